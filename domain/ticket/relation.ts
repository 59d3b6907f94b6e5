import { UNRELATED, type Relation } from '../permissions.ts';
import type { Actor } from '../role.ts';

/** A ticket is its requester's own; watchers are involved in it. */
export function relationTo(
  ticket: { readonly requesterId: string; readonly watchers: readonly string[] },
  actor: Actor,
): Relation {
  if (actor.kind === 'desk') return UNRELATED;
  return { own: ticket.requesterId === actor.userId, involved: ticket.watchers.includes(actor.userId) };
}
