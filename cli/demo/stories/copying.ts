import type { Story } from '../story.ts';

const printer = ['PRN-014', 'PRN-021', 'PRN-027', 'PRN-033', 'PRN-038', 'PRN-042'] as const;

export const copying: readonly Story[] = [
  {
    category: 'printing',
    weight: 4,
    slots: { printer, kind: ['toner', 'staples', 'black toner', 'a waste toner box'] },
    titles: ['{printer} asks for {kind}', 'Please bring {kind} to {room}'],
    descriptions: [
      'The display of the printer in {room} asks for {kind}. There is none left in the cupboard.',
    ],
    exchanges: [['Which colour does the display name?', 'It only shows the symbol, I took a picture.']],
    notes: ['Two left in the stores after this one. Ordered ten.'],
    holds: ['Out of stock; delivery is announced for Thursday'],
    resolutions: [
      'Brought {kind} and put a spare into the cupboard.',
      'Replaced it. The stores have a new supply.',
    ],
    tags: ['printer', 'supplies'],
    minutes: [5, 20],
    scene: 'panel',
    fields: { printer: '{printer}', fault: 'Supplies' },
  },
  {
    category: 'printing',
    weight: 3,
    slots: { printer, target: ['my mail', 'the shared folder', 'a USB stick'] },
    titles: ['Scan to {target} does not arrive', '{printer} does not scan to {target}'],
    descriptions: ['I scanned twelve pages to {target} and nothing came. The display said "sent".'],
    exchanges: [
      [
        'How large would the file be? Colour, and at which resolution?',
        'Colour, 600 dpi. It was the setting from the last person.',
      ],
    ],
    notes: ['Mail gateway refuses more than 25 MB. Should we lower the default to 200 dpi?'],
    holds: ['Waiting for the mail team to raise the limit'],
    resolutions: [
      'Set the default to 200 dpi in greyscale; the scan arrived.',
      'The password of the scan account had run out. Renewed it on all printers.',
    ],
    tags: ['scanner'],
    minutes: [10, 45],
    fields: { printer: '{printer}', fault: 'Scanning' },
  },
];
