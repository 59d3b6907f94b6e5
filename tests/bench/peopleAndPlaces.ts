import type { DomainEvent } from '#domain/catalogue.ts';
import { categoryId, streamOf, type StreamName } from '#domain/ids.ts';
import { categories } from '#cli/demo/categories.ts';
import { administrator, people } from '#cli/demo/people.ts';
import { rooms } from '#cli/demo/rooms.ts';
import { equipmentCategories } from '#cli/demo/things.ts';

interface Founding {
  readonly stream: StreamName;
  readonly name: string;
  readonly command: string;
  readonly by: string;
  readonly at: number;
  readonly events: readonly DomainEvent[];
}

/** The people, rooms and categories of the demo, as events at one moment (milliseconds since 1970). */
export function peopleAndPlaces(at: number): Founding[] {
  const by = administrator.id;
  return [
    ...people.map(({ id, ...data }) => ({
      ...{ stream: streamOf('user', id), name: `user ${id}`, command: 'registerUser', by, at },
      events: [{ type: 'UserRegistered' as const, data }],
    })),
    ...rooms.map(({ id, ...data }) => ({
      ...{ stream: streamOf('room', id), name: `room ${id}`, command: 'openRoom', by, at },
      events: [{ type: 'RoomOpened' as const, data }],
    })),
    ...[
      ...Object.values(categories).map((one) => ({ ...one, kind: 'ticket' as const })),
      ...equipmentCategories.map((one) => ({ ...one, kind: 'equipment' as const })),
    ].map(({ id, name, parentId, fields, kind }) => ({
      ...{ stream: streamOf('category', id), name: `category ${id}`, command: 'createCategory', by, at },
      events: [
        {
          type: 'CategoryCreated' as const,
          data: {
            ...{ kind, name, fields: [...fields], slaPolicyId: null, defaultAssigneeId: null },
            parentId: parentId === null ? null : categoryId.parse(parentId),
          },
        },
      ],
    })),
  ];
}
