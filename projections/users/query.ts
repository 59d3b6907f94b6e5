import { role as roles, worksTickets, type Role } from '#domain/role.ts';
import { Conditions, docsOf, firstLine, lines, readsAll } from '#projections/reader.ts';
import type { Page, ReadDatabase, Viewer } from '#projections/readDatabase.ts';
import { findRecord, listRecords, type RecordFilters } from '#projections/recordList.ts';
import type { UserRow } from './row.ts';

export interface UserFilters extends RecordFilters {
  readonly role?: Role | undefined;
  /** Only those whom a ticket can be assigned to. */
  readonly assignable?: boolean | undefined;
}

const ASSIGNABLE = roles.options.filter(worksTickets);
const FULL_TEXT = ['name', 'email', 'department', 'short_words'];

/** People; those who may read only themselves find only themselves. */
export async function listUsers(
  read: ReadDatabase,
  viewer: Viewer,
  { role, assignable = false, ...filters }: UserFilters,
): Promise<Page<UserRow>> {
  const conditions = new Conditions().is('t.role', role);
  if (!readsAll(viewer, 'users')) conditions.is('t.id', viewer.userId);
  if (assignable) conditions.oneOf('t.role', ASSIGNABLE).is('t.status', 'Active');
  return listRecords<UserRow>(read, { table: 'users', fullText: FULL_TEXT, conditions }, filters);
}

export async function findUser(
  read: ReadDatabase,
  viewer: Viewer,
  userId: string,
): Promise<UserRow | undefined> {
  if (!readsAll(viewer, 'users') && userId !== viewer.userId) return undefined;
  return findRecord<UserRow>(read, 'users', userId);
}

/** For signing in, whatever the case of the address. The database finds addresses alike; one is the same. */
export async function userByEmail(read: ReadDatabase, email: string): Promise<UserRow | undefined> {
  const address = email.trim().toLowerCase();
  if (address === '') return undefined;
  const alike = await lines<{ doc: string }>(read, 'select doc from {users} where email = ?', [address]);
  return docsOf<UserRow>(alike).find((user) => user.email === address);
}

const count = async (read: ReadDatabase, where: string): Promise<number> =>
  (await firstLine<{ found: number }>(read, `select count(*) as found from {users} ${where}`))?.found ?? 0;

export const countActiveAdmins = (read: ReadDatabase): Promise<number> =>
  count(read, "where role = 'admin' and status = 'Active'");

export const hasUsers = async (read: ReadDatabase): Promise<boolean> => (await count(read, '')) > 0;
