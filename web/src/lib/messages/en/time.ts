export const time = {
  justNow: 'just now',
  happenedAt: 'Happened',
  recordedAt: 'Recorded',
};
