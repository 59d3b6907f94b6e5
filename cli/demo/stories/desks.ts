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

export const desks: readonly Story[] = [
  {
    category: 'computers',
    weight: 6,
    slots: { asset, port: ['the left screen', 'both screens', 'the network', 'the charger'] },
    titles: ['Docking station loses {port}', 'Dock in {room} does not find {port}'],
    descriptions: [
      'When I put {asset} on the dock it finds everything but {port}. Sometimes it helps to plug it in three times.',
      'Since last week the dock in {room} drops {port} every few minutes.',
    ],
    exchanges: [
      ['Could you try the dock of the desk beside you?', 'There it works without any trouble.'],
      ['Which cable do you use, the short thick one?', 'No, a longer one from home.'],
    ],
    notes: ['Firmware 1.0.9 has this fault, 1.1.2 fixes it. All docks of 2023 are affected.'],
    holds: ['Waiting for a new dock'],
    resolutions: [
      'Updated the dock’s firmware; stable for an hour.',
      'The cable was for charging only. Gave out a proper one.',
      'Exchanged the dock.',
    ],
    tags: ['dock'],
    minutes: [10, 45],
    fields: { asset: '{asset}' },
  },
  {
    category: 'computers',
    weight: 4,
    slots: { asset, part: ['mouse', 'headset', 'webcam', 'monitor'] },
    titles: ['New {part} needed in {room}', 'My {part} is broken'],
    descriptions: [
      'The {part} at my desk in {room} has stopped working. I tried another USB port.',
      'Could I get a new {part}? The old one only works when I hold the cable.',
    ],
    exchanges: [
      ['We have them with and without cable. Which do you prefer?', 'With cable, please. No batteries.'],
    ],
    notes: ['Seven left on the shelf.'],
    holds: ['Out of stock until the order of this month arrives'],
    resolutions: [
      'Handed out a new {part} and took the old one for recycling.',
      'Brought a {part} to {room} and tried it out.',
    ],
    tags: ['accessories'],
    minutes: [5, 20],
  },
];
