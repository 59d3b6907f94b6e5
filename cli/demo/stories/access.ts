import type { Story } from '../story.ts';

const card = ['70412', '70588', '71003', '71219', '71340', '70077'] as const;

export const access: readonly Story[] = [
  {
    category: 'access',
    weight: 6,
    slots: { card, light: ['red', 'nothing at all', 'yellow'] },
    titles: [
      'Door card does not open {room}',
      'Card {card}: reader at {room} shows {light}',
      'Locked out of {room}',
    ],
    descriptions: [
      'My card opens the front door but not {room}. The reader shows {light}.',
      'Since the holidays my card {card} does not work at {room}. A colleague lets me in.',
    ],
    exchanges: [
      ['What is the number on the back of the card?', '{card}.'],
      ['Do other cards open the door?', 'Yes, it is only mine.'],
    ],
    notes: ['Card had an end date of 31 July.', 'Reader lost its configuration in the power cut.'],
    holds: ['Waiting for approval by Estates'],
    resolutions: [
      'Extended the card until next summer.',
      'Loaded the configuration into the reader again.',
      'Gave out a new card and blocked {card}.',
    ],
    tags: ['door card'],
    minutes: [5, 30],
    scene: 'reader',
    fields: { card: '{card}' },
  },
  {
    category: 'access',
    weight: 4,
    slots: { card, where: ['on the train', 'somewhere in the building', 'at home, I hope'] },
    titles: ['Lost my door card', 'New door card, please'],
    descriptions: [
      'I lost my card {where}. The number was {card} if my notes are right.',
      'My card broke in two. I need a new one; the old number is {card}.',
    ],
    exchanges: [
      ['I have blocked {card}. When can you come by for a new one?', 'Right after my class, at three.'],
    ],
    notes: ['Blocked within five minutes of the report.'],
    holds: ['Waiting for the requester to fetch the card'],
    resolutions: ['Blocked {card} and gave out a new card.', 'The card was found; unblocked it.'],
    tags: ['door card', 'lost'],
    minutes: [5, 15],
    urgent: true,
    fields: { card: '{card}' },
  },
  {
    category: 'phones',
    weight: 5,
    slots: {
      ext: ['214', '227', '238', '251', '260'],
      fault: ['rings once and stops', 'has no tone', 'shows "registering"', 'crackles badly'],
    },
    titles: ['Extension {ext} {fault}', 'Telephone in {room} does not work', 'Forward calls from {ext}'],
    descriptions: [
      'The telephone in {room} ({ext}) {fault} since this morning.',
      'Please forward {ext} to reception while we move out of {room}.',
    ],
    exchanges: [
      ['Is the small light at the back, where the cable goes in, on?', 'No light at all.'],
      ['From which day on?', 'From Monday, for two weeks.'],
    ],
    notes: ['Port is on the wrong VLAN after the switch was exchanged.'],
    holds: ['The provider has a fault in the area'],
    resolutions: [
      'Put the port back on the voice network.',
      'Exchanged the handset.',
      'Forwarding is set and ends by itself.',
    ],
    tags: ['telephone'],
    minutes: [5, 30],
  },
  {
    category: 'starters',
    weight: 4,
    slots: {
      newcomer: ['a new colleague', 'two trainees', 'an exchange teacher', 'a temporary assistant'],
      thing: ['laptop, account and card', 'account and card', 'everything as usual'],
    },
    titles: ['New starter: {thing}', '{newcomer} starts soon'],
    descriptions: [
      'We are getting {newcomer} on the first of the month and need {thing}. The desk will be in {room}.',
      'Please prepare {thing} for {newcomer}, in {room}.',
    ],
    exchanges: [
      [
        'Which groups should they be in? The same as their predecessor?',
        'Yes, the same, without the finance share.',
      ],
      ['Could you send us the name as it is in the contract?', 'Sent by mail, as it is personal.'],
    ],
    notes: ['Name came by mail from HR; not repeated here.', 'Laptop from the pool reserved.'],
    checklist: [
      'Make the account',
      'Prepare the laptop',
      'Print the card',
      'Set up the telephone',
      'Welcome at the first day',
    ],
    holds: ['Waiting for the signed contract', 'Starts on the first of the month'],
    resolutions: [
      'Everything stood ready on the first day.',
      'Account, laptop and card handed over, with the welcome sheet.',
    ],
    tags: ['onboarding'],
    minutes: [45, 180],
  },
  {
    category: 'starters',
    weight: 2,
    slots: {
      newcomer: ['A colleague', 'Our trainee', 'The assistant'],
      last: ['at the end of the month', 'on Friday', 'after the exams'],
    },
    titles: ['Leaver: close the account {last}', '{newcomer} leaves {last}'],
    descriptions: ['{newcomer} leaves us {last}. Please close the account and take back laptop and card.'],
    exchanges: [['Who takes over the mailbox for the next three months?', 'I will.']],
    notes: ['Laptop goes back to the pool after wiping.'],
    checklist: ['Close the account', 'Forward the mailbox', 'Take back the laptop', 'Block the card'],
    holds: ['Last day has not come yet'],
    resolutions: ['Account closed, mailbox forwarded for three months, card blocked.'],
    tags: ['offboarding'],
    minutes: [20, 60],
  },
];
