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
      name: 'In the register of equipment',
      keys: [
        { keys: ['j', 'k'], does: 'Next, previous thing' },
        { keys: ['Enter'], does: 'Open the thing' },
        { keys: ['x'], does: 'Select the thing' },
        { keys: ['m'], does: 'Move' },
        { keys: ['/'], does: 'Search' },
      ],
    },
    {
      name: 'On a thing',
      keys: [
        { keys: ['o'], does: 'Check out' },
        { keys: ['i'], does: 'Check in' },
        { keys: ['m'], does: 'Move' },
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
  placeholder: 'Ticket number, tag, words, or a place…',
  places: 'Places',
  tickets: 'Tickets',
  equipment: 'Equipment',
  actions: 'Actions',
  nothing: 'Nothing found.',
  results: (count: number) => (count === 1 ? '1 result' : `${count} results`),
};
