import type { Story } from '../story.ts';

const program = [
  'GeoGebra',
  'Photoshop',
  'MATLAB',
  'SPSS',
  'Sibelius',
  'AutoCAD',
  'Stata',
  'Zotero',
] as const;

export const software: readonly Story[] = [
  {
    category: 'software',
    weight: 8,
    slots: { program, why: ['for the course next week', 'for my thesis students', 'for the open day'] },
    titles: ['Please install {program}', '{program} needed in {room}', 'Installation of {program} {why}'],
    descriptions: [
      'I need {program} on the computers in {room} {why}.',
      'Could you put {program} on my laptop? I need it {why}.',
    ],
    exchanges: [
      [
        'Do you have a licence already, or shall we order one?',
        'The department has a licence for twenty seats.',
      ],
      ['When may we have the room for two hours?', 'Friday afternoon is free.'],
    ],
    notes: [
      'Site licence covers it until July.',
      'The package is in the catalogue, it only has to be assigned.',
    ],
    checklist: ['Check the licence', 'Test on one machine', 'Roll out', 'Tell the requester'],
    holds: ['Waiting for the licence', 'The room is free on Friday only'],
    resolutions: [
      'Rolled out to all machines of {room} and tried on two of them.',
      'Installed {program}; it is in the start menu.',
      'Assigned it in the catalogue; it installs itself overnight.',
    ],
    tags: ['installation'],
    minutes: [15, 90],
    fields: { program: '{program}' },
  },
  {
    category: 'software',
    weight: 7,
    slots: { program, doing: ['save', 'open a large file', 'print', 'export to PDF'] },
    titles: ['{program} crashes when I {doing}', '{program} closes by itself', 'Error in {program}'],
    descriptions: [
      '{program} closes without a message when I {doing}. I lost half an hour of work.',
      'When I {doing} in {program} a window with a long number comes up. Picture attached.',
    ],
    exchanges: [
      ['Which version does "About" show?', 'It says 24.1.2.'],
      ['Does it happen with a new, empty file too?', 'No, only with this one.'],
    ],
    notes: ['Known in 24.1.2, fixed in 24.1.4.', 'The file lies in a path of 270 characters.'],
    holds: ['The vendor has the crash report', 'Waiting for the file from the requester'],
    resolutions: [
      'Updated {program} to the current version.',
      'Moved the file to a shorter path. It opens.',
      'Reset the settings of {program}; the crash is gone.',
    ],
    tags: ['crash'],
    minutes: [15, 75],
    scene: 'dialog',
    fields: { program: '{program}' },
  },
  {
    category: 'software',
    weight: 4,
    slots: { program, days: ['14', '7', '3'] },
    titles: ['Licence of {program} runs out in {days} days', '{program} asks for a licence'],
    descriptions: [
      '{program} says that the licence ends in {days} days. Who renews it?',
      'Since today {program} in {room} only starts in demo mode.',
    ],
    exchanges: [['How many people use it in your group?', 'Six, from next term on eight.']],
    notes: ['Renewal was ordered in time, the key is in procurement’s mailbox.'],
    holds: ['Waiting for procurement'],
    resolutions: ['Entered the new key on the licence server.', 'Renewed for a year, with two more seats.'],
    tags: ['licence'],
    minutes: [10, 30],
    fields: { program: '{program}' },
  },
  {
    category: 'files',
    weight: 5,
    slots: {
      file: ['the marks of class 9b', 'my lecture notes', 'the budget sheet', 'a folder with photos'],
      when: ['yesterday', 'last week', 'an hour ago'],
    },
    titles: ['Deleted by mistake: {file}', 'Please restore {file}'],
    descriptions: [
      'I deleted {file} {when} and the bin is empty. Can you get it back?',
      '{file} is gone since {when}. I am sure that it was in the shared folder.',
    ],
    exchanges: [
      [
        'What was the exact name of the folder, and when did you see it last?',
        'In the folder of our department. I saw it {when}, before lunch.',
      ],
    ],
    notes: ['Snapshot of 06:00 has it.', 'Somebody dragged it into the folder beside it.'],
    holds: ['The tape comes from the store tomorrow'],
    resolutions: [
      'Restored from the snapshot of the morning.',
      'It had been moved into the folder beside it. Moved it back.',
    ],
    tags: ['restore'],
    minutes: [10, 40],
    urgent: true,
  },
  {
    category: 'files',
    weight: 3,
    slots: { space: ['2 GB', '300 MB', 'nothing'] },
    titles: ['Shared drive is full', 'Cannot save: {space} left', 'OneDrive does not sync'],
    descriptions: [
      'Our shared drive has {space} left and we cannot save the videos of the project.',
      'My files have shown a blue circle since this morning and nothing is uploaded.',
    ],
    exchanges: [['May the recordings of last year go to the archive?', 'Yes, everything before September.']],
    notes: ['600 GB of raw video in one folder.', 'A file with a colon in its name stops the sync.'],
    holds: ['Waiting for the department to say what may go'],
    resolutions: [
      'Moved last year to the archive; 700 GB are free.',
      'Renamed the one file that stopped the sync.',
    ],
    tags: ['storage'],
    minutes: [10, 60],
  },
];
