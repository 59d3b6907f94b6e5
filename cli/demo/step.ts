import { DESK, type Actor } from '#domain/role.ts';
import { userId } from '#domain/ids.ts';
import type { CommandName } from '#domain/permissions.ts';
import type { DemoPerson } from './people.ts';
import type { Scene } from './scenes.ts';

/** One command of the demo: when, on which record, by whom. */
export interface Step {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly record: 'ticket' | 'room' | 'category' | 'user';
  readonly id: string;
  readonly command: CommandName;
  readonly actor: Actor;
  readonly input: Readonly<Record<string, unknown>>;
  /** A picture to be stored under the input's image id. */
  readonly scene?: Scene;
  /** Another record that must stand before. */
  readonly after?: string;
}

export const as = ({ id, role }: DemoPerson): Actor => ({ kind: 'person', userId: userId.parse(id), role });
export { DESK };
