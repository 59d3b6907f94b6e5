/** What spreadsheets take for a formula, also in their full-width forms (OWASP, CSV Injection). */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A cell that no spreadsheet calculates: an apostrophe goes before what could be a formula. */
export const guarded = (text: string): string =>
  FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;

/** The cell as it was before {@link guarded}. */
export const withoutGuard = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
