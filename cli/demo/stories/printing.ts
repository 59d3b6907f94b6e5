import type { Story } from '../story.ts';

const printer = ['PRN-014', 'PRN-021', 'PRN-027', 'PRN-033', 'PRN-038', 'PRN-042'] as const;

export const printing: readonly Story[] = [
  {
    category: 'printing',
    weight: 9,
    slots: {
      printer,
      tray: ['tray 1', 'tray 2', 'tray 3', 'the bypass tray'],
      n: ['third', 'second', 'fifth'],
    },
    titles: [
      'Paper jam in {printer} in {room}',
      '{printer} jams on every {n} page',
      'Printer in {room} keeps jamming',
    ],
    descriptions: [
      'The printer in {room} jams whenever it takes paper from {tray}. I opened the flap and took out the sheet twice, but it comes back at once.',
      'Every {n} page comes out folded and then it stops with "Check {tray}". We have reports to print this morning.',
      '{printer} says there is paper in the fuser, but I cannot see any. It makes a clicking noise when it starts.',
    ],
    exchanges: [
      ['Does it also jam when you print from another tray?', 'No, only from {tray}. The others seem fine.'],
      ['Which paper is in {tray} at the moment?', 'The recycled one from the stores, 80 g I think.'],
    ],
    notes: [
      'Pickup roller is at 190,000 pages; it was due at 150,000.',
      'Same printer as last month. Worth a replacement?',
    ],
    checklist: ['Clear the paper path', 'Clean the pickup roller', 'Print ten pages from every tray'],
    holds: ['Waiting for a pickup roller from the supplier', 'Ordered a maintenance kit, due next week'],
    resolutions: [
      'Replaced the pickup roller of {tray} and cleaned the path. Printed 50 pages without a jam.',
      'A torn corner was stuck behind the fuser. Removed it and ran a test print.',
      'Damp paper in {tray}. Put in a fresh ream and moved the store of paper away from the window.',
    ],
    tags: ['printer', 'paper jam'],
    minutes: [10, 55],
    scene: 'paper',
    fields: { printer: '{printer}', fault: 'Paper jam' },
  },
  {
    category: 'printing',
    weight: 7,
    slots: { printer, colour: ['Magenta', 'Cyan', 'Black', 'Yellow'] },
    titles: [
      'Stripes on every page from {printer}',
      '{colour} lines on prints in {room}',
      'Poor print quality in {room}',
    ],
    descriptions: [
      'All pages have a {colour} stripe down the left side since yesterday. Cleaning from the menu did not help.',
      'Prints from {room} are pale and the {colour} is nearly gone, although the toner shows 40 %.',
    ],
    exchanges: [
      [
        'Could you make a copy without a computer and tell me whether the stripe is there too?',
        'Yes, the copy has the same stripe.',
      ],
      [
        'Is the stripe always in the same place?',
        'Exactly the same place on each page, about two fingers from the edge.',
      ],
    ],
    notes: [
      'Drum unit at 4 %. The counter on the panel shows the toner only.',
      'Ask Estates to stop the dust from the works next door.',
    ],
    holds: ['Waiting for a drum unit', 'Supplier sends a technician under the service contract'],
    resolutions: [
      'Replaced the drum unit and calibrated the colours.',
      'Cleaned the laser window; test pages are even again.',
    ],
    tags: ['printer', 'print quality'],
    minutes: [15, 60],
    scene: 'stripes',
    fields: { printer: '{printer}', fault: 'Print quality' },
  },
  {
    category: 'printing',
    weight: 8,
    slots: { printer, app: ['Word', 'the web browser', 'Acrobat', 'Excel'] },
    titles: [
      'Cannot print to {printer}',
      'Nothing comes out when I print from {app}',
      'My print jobs disappear',
    ],
    descriptions: [
      'When I print from {app} the job shows up for a moment and is gone. Nothing comes out in {room}.',
      '{printer} is greyed out on my laptop since the update on Monday. Colleagues beside me can print.',
    ],
    exchanges: [
      [
        'Are you on the staff Wi-Fi or on the guest network?',
        'Oh, it says Northfield-Guest. I did not notice.',
      ],
      [
        'Please remove {printer} in the settings and add it again. What does it say?',
        'It asks for a driver now.',
      ],
    ],
    notes: [
      'Spooler on print02 had 140 stuck jobs.',
      'Driver 7.2 breaks on machines with the June update; 7.1 is fine.',
    ],
    holds: ['Waiting for the requester to bring the laptop', 'Vendor is looking into the driver'],
    resolutions: [
      'Cleared the queue on the print server and restarted the spooler.',
      'Moved the laptop to the staff network; printing works.',
      'Installed driver 7.1 by hand and pinned it.',
    ],
    tags: ['printer', 'driver'],
    minutes: [10, 40],
    fields: { printer: '{printer}', fault: 'Does not print' },
  },
];
