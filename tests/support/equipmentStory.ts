import type { EventType } from '#domain/catalogue.ts';
import { ADA, ids, KIM, LAB } from './people.ts';
import type { Happening } from './recorded.ts';

export const LAPTOPS = ids.category(5);
export const SCREENS = ids.category(6);

/** What everything about equipment needs beside the people and rooms of `house`. */
export const stock: readonly Happening[] = [[LAPTOPS, 'Laptops'] as const, [SCREENS, 'Screens'] as const].map(
  ([categoryId, name]) => ({
    stream: `category-${categoryId}`,
    by: ADA,
    event: {
      type: 'CategoryCreated' satisfies EventType,
      data: {
        kind: 'equipment',
        name,
        parentId: null,
        fields: [],
        slaPolicyId: null,
        defaultAssigneeId: null,
      },
    },
  }),
);

export const DETAILS = {
  name: 'Laptop',
  categoryId: LAPTOPS as string,
  serial: '',
  model: '',
  maker: '',
  vendor: '',
  purchasedOn: null as string | null,
  cost: null as number | null,
  currency: null as string | null,
  warrantyUntil: null as string | null,
  depreciation: null as object | null,
  fields: {},
};

type When = { readonly by?: string | null; readonly at?: string };

/** Something happens to thing `n`, by Kim where nobody else is named. */
export const happens = (
  n: number,
  type: EventType,
  data: object = {},
  { by = KIM, at }: When = {},
): Happening => ({
  stream: `equipment-${ids.equipment(n)}`,
  by,
  ...(at === undefined ? {} : { at }),
  event: { type, data },
});

export type Facts = Partial<typeof DETAILS> & {
  readonly tag?: string;
  readonly roomId?: string;
  readonly batchId?: string | null;
};

export const tagOf = (n: number): string => `AB-${String(n).padStart(4, '0')}`;

/** Thing `n` is registered, in the lab where no other room is named. */
export const registered = (n: number, facts: Facts = {}, when: When = {}): Happening =>
  happens(
    n,
    'EquipmentRegistered',
    { ...DETAILS, tag: tagOf(n), roomId: LAB, batchId: null, ...facts },
    when,
  );

export const toPerson = (userId: string, dueOn: string | null = null, toBeAccepted = true): object => ({
  to: { kind: 'person', userId },
  dueOn,
  condition: 'good',
  note: 'with charger',
  toBeAccepted,
});
export const toRoom = (roomId: string, dueOn: string | null = null): object => ({
  to: { kind: 'room', roomId },
  dueOn,
  condition: 'good',
  note: '',
  toBeAccepted: false,
});

/** Something happens to stock-take `n`. */
export const inStocktake = (
  n: number,
  type: EventType,
  data: object,
  { by = KIM, at }: When = {},
): Happening => ({
  stream: `stocktake-${ids.stocktake(n)}`,
  by,
  ...(at === undefined ? {} : { at }),
  event: { type, data },
});

export const inBatch = (n: number, type: EventType, data: object = {}): Happening => ({
  stream: `batch-${ids.batch(n)}`,
  by: KIM,
  event: { type, data },
});
