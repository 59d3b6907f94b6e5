import type { Story } from '../story.ts';

export const mail: readonly Story[] = [
  {
    category: 'mail',
    weight: 6,
    slots: {
      what: ['an invoice', 'a parcel', 'a salary list', 'my "expired" mailbox'],
      link: [
        'I did not click on anything',
        'I am afraid that I clicked on the link',
        'I entered my password before I noticed',
      ],
    },
    titles: ['Suspicious mail about {what}', 'Phishing? Mail about {what}'],
    descriptions: [
      'I got a mail about {what} that looks odd. {link}.',
      'Several of us got a mail about {what}. {link}.',
    ],
    exchanges: [
      ['Thank you for telling us. Could you forward it as an attachment?', 'Done. It came again just now.'],
    ],
    notes: [
      'Same campaign as last week; sender blocked at the gateway.',
      'Session revoked, password reset, no rules in the mailbox.',
    ],
    checklist: ['Block the sender', 'Search all mailboxes', 'Reset the password if it was entered'],
    holds: ['Waiting for the report of the gateway’s vendor'],
    resolutions: [
      'Blocked the sender and removed the mail from all mailboxes. Well spotted!',
      'Password reset and sessions ended; nothing else was touched.',
    ],
    tags: ['phishing', 'security'],
    minutes: [10, 60],
    urgent: true,
    scene: 'dialog',
  },
  {
    category: 'mail',
    weight: 5,
    slots: {
      thing: [
        'the shared calendar',
        'the room calendar',
        'my colleague’s calendar',
        'the mailbox of the office',
      ],
    },
    titles: ['I do not see {thing}', '{thing} does not update', 'Mailbox full'],
    descriptions: [
      '{thing} is gone from my list since the update.',
      'Changes in {thing} show up on the phone but not on the computer.',
      'My mailbox says that it is full and sends nothing. I need {thing} today.',
    ],
    exchanges: [['Do you see {thing} in the browser?', 'In the browser it is there.']],
    notes: [
      'Cached profile is broken. New profile takes an hour to fill.',
      'Quota at 50 GB, 31 GB of it deleted items.',
    ],
    holds: ['Mailbox is being moved over the weekend'],
    resolutions: [
      'Made a new profile; {thing} is back.',
      'Emptied the deleted items and turned on the archive.',
      'Added the missing right on {thing}.',
    ],
    tags: ['mail', 'calendar'],
    minutes: [10, 40],
  },
];
