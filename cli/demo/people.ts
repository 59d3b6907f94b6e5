import { role, type Role } from '#domain/role.ts';
import { demoId } from './random.ts';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly department: string;
  readonly locale: string;
  readonly role: Role;
}

const departments: Readonly<Record<string, string>> = {
  'IT Support':
    'Ruth Alder*admin, Daniel Okoro*admin, Kim Larsen*technician, Priya Nair*technician, Tomasz Wolski*technician, ' +
    'Grace Bennett*technician, Samir Haddad*technician, Elin Strand*technician',
  'Internal Audit': 'Margaret Finch*auditor, Hugo Lambert*auditor',
  Sciences:
    'Amelia Hart, Benedict Osei, Chloe Marsh, David Lindqvist, Esther Cohen, Farah Siddiqui, George Papadakis, Hannah Weiss',
  Humanities:
    'Ian Fairweather, Joanna Brook, Kwame Mensah, Laura Castellano, Michael Trent, Nadia Rahman, Oliver Pryce, Paula Jensen',
  Languages: 'Quentin Moreau, Rosa Delgado, Stefan Huber, Tamara Novak, Ursula Kern',
  Arts: 'Victor Hale, Wendy Cho, Xavier Roux, Yasmin Aziz, Zoe Whitlock',
  Library: 'Alan Pike, Beatrice Snow, Colin Dufour',
  Finance: 'Deborah Stone, Edward Vance, Fiona Gallagher, Gareth Lloyd',
  Admissions: 'Helena Ruiz, Isaac Turner, Julia Bergman',
  'Student Services': 'Karen Whitfield, Liam Doyle, Maria Santos, Nathan Grey',
  Estates: 'Owen Price, Peter Blackwood, Rachel Stubbs',
  'Head’s Office': 'Simon Ashworth, Teresa Quinn',
  Reception: 'Una Kelly, Vera Lindholm, William Forde',
  'Teacher Training': 'Yvonne Clarke, Adrian Moss, Bridget Nolan',
};

const locales: Readonly<Record<string, string>> = {
  'Stefan Huber': 'de',
  'Ursula Kern': 'de',
  'Hannah Weiss': 'de',
};

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '.');

export const people: readonly DemoPerson[] = Object.entries(departments)
  .flatMap(([department, names]) => names.split(', ').map((entry) => ({ department, entry })))
  .map(({ department, entry }, index) => {
    const [name = '', given] = entry.split('*');
    return {
      id: demoId(`person ${name}`),
      name,
      email: `${slug(name)}@northfield.example`,
      phone: `ext. ${201 + index}`,
      department,
      locale: locales[name] ?? 'en',
      role: given === undefined ? 'requester' : role.parse(given),
    };
  });

const named = (name: string): DemoPerson => {
  const found = people.find((person) => person.name === name);
  if (!found) throw new RangeError(`nobody is called ${name}`);
  return found;
};

export const PASSWORD = 'a demo for Daybook';
/** One of each role, and a second technician for trying what happens when two work on one ticket. */
export const signIns = ['Ruth Alder', 'Kim Larsen', 'Priya Nair', 'Margaret Finch', 'Amelia Hart'].map(named);
export const administrator = named('Ruth Alder');
export const technicians = people.filter(({ role }) => role === 'technician');
export const requesters = people.filter(({ role }) => role === 'requester');
/** Who left, and when, in days before today; and who came back under another name. */
export const leaver = named('Oliver Pryce');
export const renamed = { person: named('Joanna Brook'), name: 'Joanna Fairweather' };
export const promoted = named('Daniel Okoro');
