import { equipmentScreens } from './equipmentScreens.ts';
import { handScreens } from './screens/hand.ts';
import { openDialog, pressing, type Screen } from './screen.ts';

const guest: readonly Screen[] = [
  { name: 'sign in', who: 'nobody', path: '/sign-in' },
  {
    name: 'sign in, refused',
    who: 'nobody',
    path: '/sign-in',
    then: async (page) => {
      await page.getByLabel('Email').fill('nobody@stage.example');
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('There is a problem').waitFor();
    },
  },
  { name: 'registration', who: 'nobody', path: '/register' },
  {
    name: 'registration, refused',
    who: 'nobody',
    path: '/register',
    then: async (page) => {
      await page.getByLabel('Your name').fill('Ana Again');
      await page.getByLabel('Email').fill('ana@stage.example');
      await page.getByLabel('Password', { exact: true }).fill('some words of my own');
      await page.getByRole('button', { name: 'Create an account' }).click();
      await page.getByText('There is a problem').waitFor();
    },
  },
];

const requester: readonly Screen[] = [
  { name: 'home', who: 'ana', path: '/' },
  { name: 'report', who: 'ana', path: '/report' },
  { name: 'my tickets', who: 'ana', path: '/tickets' },
  { name: 'my ticket', who: 'ana', path: '/tickets/1' },
  { name: 'my resolved ticket', who: 'ana', path: '/tickets/2' },
  { name: 'history of my ticket', who: 'ana', path: '/tickets/1/history' },
  { name: 'profile', who: 'ana', path: '/profile' },
];

const technician: readonly Screen[] = [
  { name: 'queue', who: 'kim', path: '/queue' },
  { name: 'queue, filtered', who: 'kim', path: '/queue?status=New,Open&priority=high&q=projector' },
  { name: 'queue, empty', who: 'kim', path: '/queue?status=Rejected' },
  { name: 'queue, assigning many', who: 'kim', path: '/queue', then: pressing('j', 'x', 'j', 'x', 'a') },
  { name: 'palette', who: 'kim', path: '/queue', then: pressing('Control+k') },
  { name: 'keyboard help', who: 'kim', path: '/queue', then: pressing('?') },
  { name: 'new ticket', who: 'kim', path: '/report' },
  { name: 'ticket', who: 'kim', path: '/tickets/1' },
  { name: 'ticket, changing its room', who: 'kim', path: '/tickets/1?do=moveToRoom' },
  { name: 'ticket, resolving', who: 'kim', path: '/tickets/1?do=resolve', then: openDialog },
  { name: 'ticket, on hold', who: 'kim', path: '/tickets/3' },
  { name: 'history', who: 'kim', path: '/tickets/1/history' },
  { name: 'history, compared', who: 'kim', path: '/tickets/1/history?at=3&with=0' },
];

const records: readonly Screen[] = [
  { name: 'rooms', who: 'ada', path: '/rooms' },
  { name: 'categories', who: 'ada', path: '/categories' },
  { name: 'people', who: 'ada', path: '/people' },
  { name: 'projections', who: 'ada', path: '/projections' },
  {
    name: 'projections, making one anew',
    who: 'ada',
    path: '/projections?do=rebuild&table=rooms',
    then: openDialog,
  },
  { name: 'projections for an auditor', who: 'audrey', path: '/projections' },
  { name: 'rooms for an auditor', who: 'audrey', path: '/rooms' },
  { name: 'ticket for an auditor', who: 'audrey', path: '/tickets/1' },
];

const csv = ['Tag,Name,Category,Room,Colour', 'AX-1,Monitor,Laptops,Lecture Theatre A,red', ',Nameless,,,'];

const bulk: readonly Screen[] = [
  { name: 'rooms as of a day', who: 'kim', path: '/rooms?asOf=2020-01-31' },
  {
    name: 'closing a room with something in it',
    who: 'ada',
    path: '/rooms',
    then: async (page) => {
      await page.getByRole('link', { name: /Lecture Theatre A/ }).click();
      await page.getByRole('link', { name: 'Close this room' }).click();
      await page.getByText('still in this room').waitFor();
    },
  },
  { name: 'what is due', who: 'kim', path: '/due' },
  { name: 'labels', who: 'kim', path: '/labels?unlabelled' },
  { name: 'labels by search', who: 'kim', path: '/labels?q=thinkpad' },
  { name: 'import', who: 'ada', path: '/imports' },
  {
    name: 'import with faults',
    who: 'ada',
    path: '/imports',
    then: async (page) => {
      const buffer = Buffer.from(csv.join('\n'));
      await page.getByLabel('CSV file').setInputFiles({ name: 'axe.csv', mimeType: 'text/csv', buffer });
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('heading', { name: 'What would happen' }).waitFor();
    },
  },
  { name: 'batches', who: 'kim', path: '/batches' },
  {
    name: 'taking a batch back',
    who: 'kim',
    path: '/batches',
    then: async (page) => {
      await page
        .getByRole('link', { name: /Printed labels/ })
        .first()
        .click();
      await page.getByRole('link', { name: 'Take the whole batch back' }).click();
      await openDialog(page);
    },
  },
];

/** The page of one record, opened from its list. */
const opened = (name: string, path: string): Screen => ({
  name,
  who: 'ada',
  path,
  then: async (page) => {
    await page
      .getByRole('main')
      .getByRole('link')
      .and(page.locator(`[href^="${path}/"]`))
      .first()
      .click();
    await page.waitForURL(`**${path}/*`);
  },
});

export const screens: readonly Screen[] = [
  ...guest,
  ...requester,
  ...technician,
  ...records,
  ...equipmentScreens,
  ...bulk,
  ...handScreens,
  opened('room', '/rooms'),
  opened('category', '/categories'),
  opened('person', '/people'),
  opened('batch', '/batches'),
];
