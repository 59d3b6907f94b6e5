import type { Story } from '../story.ts';

export const network: readonly Story[] = [
  {
    category: 'network',
    weight: 10,
    slots: {
      device: ['laptop', 'phone', 'tablet'],
      times: ['every few minutes', 'each time I walk down the corridor', 'whenever the room is full'],
    },
    titles: ['Wi-Fi drops in {room}', 'Bad Wi-Fi in {room}', 'Connection lost {times}'],
    descriptions: [
      'My {device} loses the Wi-Fi in {room} {times}. Calls break off.',
      'The Wi-Fi in {room} is gone {times}. It shows full strength but nothing loads.',
      'Thirty students in {room} and nobody gets online.',
    ],
    exchanges: [
      ['Does it happen with another device at the same time?', 'Yes, my {device} and my phone both.'],
      ['Is the light on the access point at the ceiling green?', 'It is orange.'],
    ],
    notes: [
      'Access point was at 94 clients; the next one is off since the works.',
      'Channel 11 collides with the neighbour’s network.',
      'Roaming fault of this driver, known.',
    ],
    checklist: ['Measure the signal', 'Check the access point', 'Check the channel plan'],
    holds: [
      'Waiting for the electrician to restore power to the access point',
      'New access points come in the holidays',
    ],
    resolutions: [
      'Restarted the access point and moved it to channel 1.',
      'Power to the second access point is back.',
      'Updated the Wi-Fi driver of the {device}.',
      'Added an access point in the corridor.',
    ],
    tags: ['wi-fi'],
    minutes: [15, 90],
    scene: 'wifi',
    fields: { connection: 'Wi-Fi' },
  },
  {
    category: 'network',
    weight: 5,
    slots: { socket: ['2-014', '1-107', '0-033', 'S-121', 'A-009'] },
    titles: ['Network socket {socket} is dead', 'No network by cable in {room}'],
    descriptions: [
      'The socket {socket} in {room} has no link. The computer there says "cable unplugged".',
      'We moved the desks in {room} and now socket {socket} does not work. Can it be patched?',
    ],
    exchanges: [['What is the number on the little label of the socket?', '{socket}, if I read it right.']],
    notes: ['Not patched. Port 14 on the switch in the first floor is free.', 'Cable tester: pair 3-6 open.'],
    holds: ['Estates has to open the duct', 'Switch is full; a new one is ordered'],
    resolutions: ['Patched {socket}; it has a gigabit link now.', 'Crimped a new plug; the tester is happy.'],
    tags: ['network socket'],
    minutes: [10, 50],
    fields: { connection: 'Cable' },
  },
  {
    category: 'network',
    weight: 6,
    slots: { error: ['809', '691', '"certificate not valid"', '"gateway unreachable"'] },
    titles: ['VPN does not connect from home', 'VPN error {error}', 'Cannot reach my files from home'],
    descriptions: [
      'The VPN stops with error {error} since yesterday evening. In the office everything works.',
      'From home I get {error} when I connect. My internet works otherwise.',
    ],
    exchanges: [
      ['Could you try it over the hotspot of your phone?', 'Over the phone it connects at once.'],
      ['When did you change your password last?', 'On Monday, why?'],
    ],
    notes: [
      'Certificate of the machine ran out on Sunday; renewal only runs in the house.',
      'His router blocks UDP 500.',
    ],
    holds: ['Waiting for the requester to be at home'],
    resolutions: [
      'Renewed the certificate of the machine.',
      'Saved the new password in the profile.',
      'Switched the profile to TCP 443.',
    ],
    tags: ['vpn', 'home office'],
    minutes: [10, 45],
    fields: { connection: 'VPN' },
  },
  {
    category: 'network',
    weight: 3,
    slots: {
      site: ['the exam portal', 'the library catalogue', 'the video platform', 'the publisher’s site'],
    },
    titles: ['{site} is blocked', 'Cannot open {site}', '{site} very slow'],
    descriptions: [
      'When I open {site} I get a page that says "blocked by policy". My students need it tomorrow.',
      '{site} takes minutes to load in {room}, at home it is fast.',
    ],
    exchanges: [
      [
        'Please send me the whole address and the number at the bottom of the page.',
        'The number is 4431, the address is the usual one.',
      ],
    ],
    notes: ['Wrongly put under "games" by the filter’s list.', 'Proxy cache was full.'],
    holds: ['The vendor of the filter checks the address'],
    resolutions: [
      'Put {site} on the list of allowed addresses.',
      'Emptied the cache of the proxy; it loads in a second.',
    ],
    tags: ['web filter'],
    minutes: [5, 30],
  },
];
