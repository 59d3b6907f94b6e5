import type { Story } from '../story.ts';

export const accounts: readonly Story[] = [
  {
    category: 'accounts',
    weight: 11,
    slots: {
      system: ['Windows', 'the learning platform', 'the library system', 'my account'],
      times: ['three', 'five', 'too many'],
    },
    titles: ['Locked out of {system}', 'Cannot sign in to {system}', 'Forgot my password for {system}'],
    descriptions: [
      'I tried {times} times and now {system} says that I am locked.',
      'Back from leave and I cannot remember my password for {system}. Sorry!',
      'Since this morning {system} does not take my password any more, and I did not change it.',
    ],
    exchanges: [
      ['I am calling you to check that it is you. Are you at your desk?', 'Yes, please ring my extension.'],
      [
        'Is your phone still set to the old password? That locks an account again and again.',
        'Ah, the tablet at home. That may be it.',
      ],
    ],
    notes: [
      'Identity checked by phone.',
      'Lockouts come from an old tablet.',
      'Password had run out on Sunday.',
    ],
    holds: ['Waiting for the requester to come by with an ID'],
    resolutions: [
      'Unlocked the account and set a password to be changed at the next sign-in.',
      'Removed the old password from the tablet; no lockouts since.',
      'Helped with the self-service page; it works now.',
    ],
    tags: ['password'],
    minutes: [5, 20],
  },
  {
    category: 'accounts',
    weight: 5,
    slots: {
      folder: [
        'the exam folder',
        'the finance share',
        'the timetable system',
        'the project drive',
        'the admissions database',
      ],
    },
    titles: ['Access to {folder}', 'Please give me rights on {folder}'],
    descriptions: [
      'I need access to {folder} for my new task. My head of department knows about it.',
      'When I open {folder} it says "access denied". I could open it last term.',
    ],
    exchanges: [
      [
        'We need an answer from the owner of {folder}. Who is that?',
        'I asked, the approval should be in your mail.',
      ],
      ['Do you need to write or only to read?', 'Reading is enough.'],
    ],
    notes: ['Owner approved by mail.', 'Was removed in the yearly review because nobody confirmed it.'],
    holds: ['Waiting for approval by the owner of the data'],
    resolutions: [
      'Added to the group for reading. Please sign out and in again.',
      'Access granted until the end of term, as approved.',
    ],
    tags: ['permissions'],
    minutes: [5, 25],
  },
  {
    category: 'accounts',
    weight: 4,
    slots: { event: ['a new phone', 'a lost phone', 'a changed number'] },
    titles: ['Second factor after {event}', 'Authenticator does not work any more'],
    descriptions: [
      'I have {event} and cannot confirm the sign-in. The codes are refused.',
      'Because of {event} I do not get the code any more.',
    ],
    exchanges: [['Do you still have the recovery codes that you printed?', 'I am afraid not.']],
    notes: ['Identity checked with the ID card at the counter.'],
    holds: ['Waiting for the requester to come by'],
    resolutions: [
      'Removed the old factor and set up the new phone together.',
      'Gave out a hardware key as a second way.',
    ],
    tags: ['second factor'],
    minutes: [10, 30],
  },
];
