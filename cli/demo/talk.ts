/** What people say whatever the trouble is. */
export const talk = {
  greetings: ['Hello,', 'Hi all,', 'Good morning,', 'Dear IT,', ''],
  closings: ['Thank you!', 'Many thanks.', 'Thanks in advance', 'Best wishes', ''],
  taking: [
    'I am on it.',
    'Thanks for the report, I will have a look.',
    'Coming over in ten minutes.',
    'Looking into it now.',
  ],
  chasing: [
    'Is there any news?',
    'It is still the same here.',
    'It happened again just now.',
    'Could somebody have a look today?',
  ],
  answeringChase: [
    'Sorry for the wait; it is the next thing on my list.',
    'Still working on it, I will tell you by tonight.',
  ],
  thanks: [
    'Works again, thank you!',
    'Great, that was quick.',
    'Perfect, thanks a lot.',
    'All fine now. Thank you, {technician}!',
  ],
  notFixed: [
    'I am afraid it is back: the same as before.',
    'It worked for a day and now it is broken again.',
    'Sorry, it is still not working here.',
  ],
  rejected: [
    'This is not ours: please ask Estates.',
    'Private devices are not supported.',
    'This was answered by phone; no fault was found.',
    'Please order this through your department.',
  ],
  cancelled: [
    'Found it myself, sorry!',
    'It works again by itself.',
    'No longer needed.',
    'My mistake: wrong button.',
  ],
  merged: ['Same fault as #{number}, going on there.', 'We have this one already: see #{number}.'],
  worked: ['On site', 'By phone', 'Remote session', 'Test and write-up', 'Talked to the vendor'],
  passing: [
    '{technician}, could you take this one? You know the room.',
    'Passing this on, I am away from tomorrow.',
  ],
  praise: ['Fast and friendly.', 'Excellent, as always.', 'Solved in no time.', '', '', ''],
  grumble: ['It took rather long.', 'Had to ask twice.', 'Solved, but nobody told me.', ''],
  slowTags: ['recurring', 'vendor', 'waiting for parts'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
