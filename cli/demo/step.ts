import { DESK, type Actor } from '#domain/role.ts';
import { userId } from '#domain/ids.ts';
import type {
  CategoryCommandName,
  EquipmentCommandName,
  RoomCommandName,
  SettingsCommandName,
  StocktakeCommandName,
  TicketCommandName,
  UserCommandName,
} from '#domain/permissions.ts';
import type { DemoPerson } from './people.ts';
import type { Scene } from './scenes.ts';

type Named =
  | { readonly record: 'ticket'; readonly command: TicketCommandName }
  | { readonly record: 'room'; readonly command: RoomCommandName }
  | { readonly record: 'category'; readonly command: CategoryCommandName }
  | { readonly record: 'user'; readonly command: UserCommandName }
  | { readonly record: 'equipment'; readonly command: EquipmentCommandName }
  | { readonly record: 'stocktake'; readonly command: StocktakeCommandName }
  | { readonly record: 'settings'; readonly command: SettingsCommandName };

/** One command of the demo: when, on which record, by whom. */
export type Step = Named & {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly id: string;
  readonly actor: Actor;
  readonly input: Readonly<Record<string, unknown>>;
  /** A picture to be stored under the input's image id. */
  readonly scene?: Scene;
  /** Another record that must stand before. */
  readonly after?: string;
};

export const as = ({ id, role }: DemoPerson): Actor => ({ kind: 'person', userId: userId.parse(id), role });
export { DESK };
