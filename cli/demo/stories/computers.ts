import type { Story } from '../story.ts';

const asset = [
  'LT-1043',
  'LT-1088',
  'LT-1121',
  'LT-1176',
  'LT-1203',
  'DT-0412',
  'DT-0455',
  'LT-1240',
] as const;

export const computers: readonly Story[] = [
  {
    category: 'computers',
    weight: 9,
    slots: {
      asset,
      when: ['since this morning', 'after the weekend', 'since I dropped it, sorry', 'since the update'],
    },
    titles: ['Laptop {asset} does not start', 'Black screen on {asset}', 'Laptop dead {when}'],
    descriptions: [
      'My laptop does not start {when}. The light beside the power button blinks three times, then nothing.',
      '{asset} stays black {when}. The fan runs and the keyboard lights up. I teach at ten and my slides are on it.',
    ],
    exchanges: [
      [
        'Please hold the power button for 30 seconds with the charger unplugged. Does that change anything?',
        'It started once and then went black again.',
      ],
      ['Do you need a spare until we have looked at it?', 'Yes please, at least for today.'],
    ],
    notes: [
      'Three blinks: memory. Reseat it first.',
      'Warranty until next spring; the part is covered.',
      'Lent LT-1199 as a spare.',
    ],
    checklist: ['Back up the profile', 'Reseat the memory', 'Run the hardware test', 'Take back the spare'],
    holds: ['Waiting for a mainboard under warranty', 'The manufacturer picks it up tomorrow'],
    resolutions: [
      'A loose memory module. Reseated it and ran the test for an hour.',
      'Mainboard replaced under warranty; the data was not touched.',
      'The battery had swollen. Replaced it and checked the other machines of that series.',
    ],
    tags: ['laptop', 'hardware fault'],
    minutes: [20, 120],
    urgent: true,
    scene: 'crash',
    fields: { asset: '{asset}' },
  },
  {
    category: 'computers',
    weight: 8,
    slots: {
      asset,
      what: [
        'Opening a document takes a minute',
        'Switching windows takes ages',
        'Starting takes ten minutes',
      ],
    },
    titles: ['{asset} is very slow', 'Computer in {room} hardly usable', 'Laptop got slow'],
    descriptions: [
      '{what} on {asset}. It got worse over the last weeks. I restarted it twice.',
      '{what}. The fan is loud all the time, even when I only read mail.',
    ],
    exchanges: [
      ['Is it slow also when it is not connected to the dock?', 'A little better without, but still slow.'],
      ['How much space does the disk show as free?', 'It says 1.2 GB of 256 GB.'],
    ],
    notes: ['Disk full of old profiles, 140 GB.', 'Antivirus scanned the mail archive in a loop.'],
    holds: ['Waiting for a larger disk', 'The requester brings it on Friday'],
    resolutions: [
      'Removed the old profiles; 150 GB are free again.',
      'Put in a 512 GB disk and moved everything over.',
      'Excluded the mail archive from the scan as the vendor advises.',
    ],
    tags: ['laptop', 'performance'],
    minutes: [20, 90],
    fields: { asset: '{asset}' },
  },
  {
    category: 'computers',
    weight: 5,
    slots: {
      asset,
      key: ['the E and R keys', 'the space bar', 'the Enter key', 'half of the top row'],
      drink: ['coffee', 'tea', 'water', 'lemonade'],
    },
    titles: ['Keyboard of {asset}: {key} not working', 'Spilled {drink} over my laptop'],
    descriptions: [
      'I spilled {drink} over the keyboard of {asset}. I dried it at once, but {key} do not react any more.',
      'On {asset} {key} only work when I press very hard.',
    ],
    exchanges: [
      [
        'Was it switched on when it happened?',
        'Yes. I turned it off and put it upside down as the poster says.',
      ],
    ],
    notes: [
      'Not covered by the warranty. Ask the department for a cost centre.',
      'Board looks dry, only the keyboard is sticky.',
    ],
    holds: ['Waiting for a keyboard in the right layout', 'Waiting for the cost centre'],
    resolutions: [
      'Replaced the keyboard and cleaned the inside.',
      'Cleaned the contacts; all keys work. Please keep drinks off the desk.',
    ],
    tags: ['laptop', 'keyboard'],
    minutes: [20, 75],
    scene: 'keyboard',
    fields: { asset: '{asset}' },
  },
];
