import type { Story } from '../story.ts';

export const classrooms: readonly Story[] = [
  {
    category: 'displays',
    weight: 9,
    slots: {
      colour: ['pink', 'yellow', 'green'],
      class: ['a lecture', 'an exam', 'a parents’ evening', 'a course'],
    },
    titles: [
      'Projector in {room} shows only {colour}',
      'Picture in {room} is {colour}',
      '{room}: projector colours wrong',
    ],
    descriptions: [
      'Everything on the projector in {room} is {colour}. Other laptops show the same. There is {class} tomorrow.',
      'The picture in {room} turned {colour} in the middle of {class}.',
    ],
    exchanges: [
      ['Does the menu of the projector itself have the same tint?', 'Yes, the menu too.'],
      [
        'Please push the plug at the wall plate. Does the colour flicker?',
        'It flickered and went back to {colour}.',
      ],
    ],
    notes: [
      'Menu tinted too: colour wheel, not the cable.',
      'Bent pin in the wall plate. Keep a spare plate in the van.',
    ],
    checklist: ['Try another source', 'Try another cable', 'Check the wall plate', 'Clean the filter'],
    holds: ['Waiting for a colour wheel', 'The room is booked until Thursday'],
    resolutions: [
      'Replaced the cable between wall plate and projector.',
      'Projector exchanged for a spare; the old one goes to repair.',
      'A bent pin in the wall plate. Replaced the plate.',
    ],
    tags: ['projector'],
    minutes: [15, 70],
    urgent: true,
    scene: 'projector',
    fields: { source: 'HDMI' },
  },
  {
    category: 'displays',
    weight: 8,
    slots: {
      source: ['HDMI', 'USB-C', 'Wireless'],
      message: ['"No signal"', 'a blue screen', 'nothing at all'],
    },
    titles: ['No picture in {room}', 'Projector in {room} shows {message}', '{room}: {source} does not work'],
    descriptions: [
      'I connected my laptop by {source} and the projector shows {message}. My class is waiting.',
      'In {room} we get {message} from every laptop by {source}.',
    ],
    exchanges: [
      [
        'Please press "Source" on the panel by the door until it says {source}. Better?',
        'Now there is a picture for some seconds, then {message} again.',
      ],
    ],
    notes: ['The switcher hangs after a power cut. Restart it from the cabinet, key is at reception.'],
    holds: ['The vendor of the switcher sends new firmware'],
    resolutions: [
      'Restarted the switcher in the cabinet.',
      'The {source} cable was broken at the plug. Replaced it and left a spare at the desk.',
      'Updated the firmware of the switcher.',
    ],
    tags: ['projector', 'no signal'],
    minutes: [5, 40],
    urgent: true,
    scene: 'nosignal',
    fields: { source: '{source}' },
  },
  {
    category: 'displays',
    weight: 5,
    slots: { hum: ['a loud hum', 'crackling', 'no sound at all', 'an echo'] },
    titles: ['Sound in {room}: {hum}', 'Microphone in {room} does not work'],
    descriptions: [
      'There is {hum} from the speakers in {room} as soon as the microphone is on.',
      'Students in the back of {room} cannot hear anything; we get {hum}.',
    ],
    exchanges: [
      ['Is the red light on the microphone on?', 'It blinks slowly.'],
      ['Which of the two microphones is it?', 'The one with the clip.'],
    ],
    notes: ['Ground loop through the new lectern. Needs an isolator.', 'Batteries. As always.'],
    holds: ['Waiting for an isolation transformer'],
    resolutions: [
      'New batteries, and a charging tray for the room.',
      'Put an isolator between lectern and amplifier.',
      'The equaliser had been turned up fully. Loaded the saved settings.',
    ],
    tags: ['audio'],
    minutes: [10, 60],
  },
  {
    category: 'displays',
    weight: 3,
    slots: { lamp: ['2,900', '3,400', '4,100'] },
    titles: ['Lamp warning on the projector in {room}', 'Projector in {room} turns itself off'],
    descriptions: [
      'The projector in {room} shows a lamp warning at every start ({lamp} hours).',
      'After ten minutes the projector in {room} turns itself off and the fan goes on for long.',
    ],
    exchanges: [
      ['Is the grille at its side free? Sometimes a curtain hangs over it.', 'It is free, but quite dusty.'],
    ],
    notes: ['Last lamp lasted 2,100 hours. Plan a laser projector for the summer.'],
    holds: ['Lamp ordered', 'Needs the tall ladder and two people'],
    resolutions: ['New lamp put in and counter reset.', 'Cleaned the filter, which was blocked by dust.'],
    tags: ['projector', 'lamp'],
    minutes: [20, 60],
    scene: 'projector',
  },
  {
    category: 'displays',
    weight: 3,
    slots: { device: ['document camera', 'interactive board', 'remote control', 'laser pointer'] },
    titles: ['{device} in {room} does not react', 'Missing {device} in {room}'],
    descriptions: [
      'The {device} in {room} does not react any more. It worked last week.',
      'I cannot find the {device} of {room}. It is not in the drawer.',
    ],
    exchanges: [['Who had the room before you?', 'The evening course, I think.']],
    notes: ['Third {device} this term. Put a label and a cord on it.'],
    holds: ['Waiting for the evening course to answer'],
    resolutions: [
      'Found it next door and brought it back.',
      'Calibrated the {device}; it reacts again.',
      'Put in a new {device}.',
    ],
    tags: ['classroom'],
    minutes: [5, 35],
  },
];
