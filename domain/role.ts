import { z } from 'zod';
import type { UserId } from './ids.ts';

export const role = z.enum(['requester', 'technician', 'auditor', 'admin']);
export type Role = z.infer<typeof role>;

/** Who acts: a person in a role, or the desk itself (timers, reactors, first start). */
export type Actor =
  { readonly kind: 'person'; readonly userId: UserId; readonly role: Role } | { readonly kind: 'desk' };

export const DESK: Actor = { kind: 'desk' };

export const isStaff = (r: Role): boolean => r !== 'requester';
/** Those whom a ticket can be assigned to. */
export const worksTickets = (r: Role): boolean => r === 'technician' || r === 'admin';
/** Does the actor work tickets, or is it the desk itself? */
export const worksAsStaff = (actor: Actor): boolean => actor.kind === 'desk' || worksTickets(actor.role);
export const actorId = (actor: Actor): UserId | null => (actor.kind === 'person' ? actor.userId : null);
