export const keys = {
  title: 'Keyboard',
  groups: [
    {
      name: 'In the list',
      keys: [
        { keys: ['j', 'k'], does: 'Next, previous ticket' },
        { keys: ['Enter'], does: 'Open the ticket' },
        { keys: ['x'], does: 'Select the ticket' },
        { keys: ['a'], does: 'Assign' },
        { keys: ['r'], does: 'Resolve' },
        { keys: ['/'], does: 'Search' },
        { keys: ['Esc'], does: 'Clear selection' },
      ],
    },
    {
      name: 'On a ticket',
      keys: [
        { keys: ['c'], does: 'Write an answer' },
        { keys: ['n'], does: 'Write an internal note' },
        { keys: ['a'], does: 'Assign' },
        { keys: ['r'], does: 'Resolve' },
        { keys: ['h'], does: 'History' },
        { keys: ['u'], does: 'Back to the list' },
      ],
    },
    {
      name: 'Everywhere',
      keys: [
        { keys: ['Ctrl', 'K'], does: 'Search or jump' },
        { keys: ['?'], does: 'This list' },
      ],
    },
  ],
};
export const palette = {
  title: 'Search or jump to',
  placeholder: 'Ticket number, words, or a place…',
  places: 'Places',
  tickets: 'Tickets',
  actions: 'Actions',
  nothing: 'Nothing found.',
  results: (count: number) => (count === 1 ? '1 result' : `${count} results`),
};
