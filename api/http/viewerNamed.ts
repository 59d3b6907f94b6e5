/** How people name themselves in a question: `assignee=me`. */
export const ME = 'me';

/**
 * Whether a question, as it was parsed, may mean whoever asks it. A search for the word counts as well, which
 * costs a place among the kept answers and gives nothing away.
 */
export const namesViewer = (question: unknown): boolean =>
  typeof question === 'object' && question !== null
    ? Object.values(question).some(namesViewer)
    : question === ME;
