export { uniqueForm as tagKey } from './rules.ts';

/** The path of the portal's page for a scanned label: `/t/<tag>`. */
const SCANNED = /^https?:\/\/[^/?#]+(?:\/[^?#]*?)?\/t\/([^?#]+?)\/?(?:[?#].*)?$/iu;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands in the code on a label. `portal` is where the portal is reached, without a slash at its end. */
export const labelUrl = (portal: string, tag: string): string => `${portal}/t/${encodeURIComponent(tag)}`;

/** The tag that a scan means: that of the label's URL, or else what was scanned or typed itself. */
export function tagOf(scanned: string): string {
  const [, tag] = SCANNED.exec(scanned.trim()) ?? [];
  return (tag === undefined ? scanned : decoded(tag)).trim();
}
