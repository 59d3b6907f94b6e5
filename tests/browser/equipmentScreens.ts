import { openDialog, pressing, type Screen } from './screen.ts';

/** Of the register and the page of a thing; the things are those of `setThings`. */
export const equipmentScreens: readonly Screen[] = [
  { name: 'register', who: 'kim', path: '/equipment' },
  { name: 'register, filtered', who: 'kim', path: '/equipment?stage=CheckedOut&labelled=no&q=thinkpad' },
  { name: 'register, empty', who: 'kim', path: '/equipment?stage=Disposed' },
  {
    name: 'register, moving many',
    who: 'kim',
    path: '/equipment',
    then: pressing('j', 'x', 'j', 'x', 'm'),
  },
  {
    name: 'register, its filters',
    who: 'kim',
    path: '/equipment',
    then: async (page) => {
      await page.locator('summary', { hasText: 'Filter' }).click();
      await page.getByRole('button', { name: 'Signature' }).click();
      await page.getByRole('link', { name: 'Waits for a signature' }).waitFor();
    },
  },
  { name: 'register for an auditor', who: 'audrey', path: '/equipment' },
  { name: 'registering a thing', who: 'kim', path: '/equipment/new' },
  { name: 'thing, lent', who: 'kim', path: '/equipment/LT-0001' },
  { name: 'thing, with maintenance', who: 'kim', path: '/equipment/LT-0002' },
  { name: 'thing, missing', who: 'kim', path: '/equipment/LT-0003' },
  { name: 'thing, checking out', who: 'kim', path: '/equipment/LT-0002?do=checkOut', then: openDialog },
  { name: 'thing, planning', who: 'kim', path: '/equipment/LT-0002?do=planMaintenance', then: openDialog },
  {
    name: 'thing, correcting its details',
    who: 'kim',
    path: '/equipment/LT-0002?do=correctEquipmentDetails',
    then: openDialog,
  },
  { name: 'life of a thing', who: 'kim', path: '/equipment/LT-0001/history' },
  { name: 'life of a thing, compared', who: 'kim', path: '/equipment/LT-0001/history?at=1&with=0' },
  { name: 'thing for its borrower', who: 'ana', path: '/equipment/LT-0001' },
  { name: 'thing for an auditor', who: 'audrey', path: '/equipment/LT-0002' },
  { name: 'report about a thing', who: 'ana', path: '/report?equipment=LT-0001' },
];
