export const errors = {
  notFoundTitle: 'There is nothing here',
  notFound: (path: string) => `The page ${path} does not exist, or it is not yours to see.`,
  ticketHint: 'Looking for a ticket? Enter its number.',
  ticketNumber: 'Ticket number',
  go: 'Go to ticket',
  failedTitle: 'This page could not be shown',
  failed: 'The desk did not answer as it should. Try again in a moment.',
  unreachableTitle: 'The desk cannot be reached',
  forbiddenTitle: 'This is not for your role',
  forbidden: 'Ask an administrator if you need it.',
  toStart: 'Go to the start page',
};
