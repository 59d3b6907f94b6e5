import { categoryEvents } from '#domain/category/events.ts';
import { id, name, text, word } from '#projections/columns.ts';
import { changing, projection } from '#projections/projection.ts';
import { recordHistory } from '#projections/recordHistory/derived.ts';
import { shortWords } from '#projections/search.ts';
import { onRow, stamp, stamped, typesOf } from '#projections/stamp.ts';
import { ERASED_USER, nameShown } from '#projections/words.ts';
import type { CategoryRow } from './row.ts';

const renamed = (userId: string, defaultAssigneeName: string) => [
  changing<CategoryRow>('default_assignee_id', userId, { defaultAssigneeName }),
];

export const categories = projection<CategoryRow>({
  name: 'categories',
  version: 2,
  columns: {
    kind: word((row) => row.kind),
    name: name((row) => row.name),
    status: word((row) => row.status),
    short_words: text((row) => shortWords(row.name)),
    default_assignee_id: id((row) => row.defaultAssigneeId),
  },
  indexes: [['name'], ['default_assignee_id']],
  fullText: ['name', 'short_words'],
  derived: [recordHistory('categories')],
  on: stamped<CategoryRow>(typesOf(categoryEvents), {
    CategoryCreated: (_, event, { look }) => {
      const { kind, name, parentId, fields, defaultAssigneeId } = event.data;
      return {
        categoryId: event.entityId,
        kind,
        name,
        parentId,
        fields,
        defaultAssigneeId,
        defaultAssigneeName: look.user(defaultAssigneeId),
        status: 'Active',
        createdAt: event.at,
        ...stamp(null, event),
      };
    },
    CategoryRenamed: onRow((row, { data }) => ({ ...row, name: data.name })),
    CategoryFieldsChanged: onRow((row, { data }) => ({ ...row, fields: data.fields })),
    CategoryArchived: onRow((row) => ({ ...row, status: 'Archived' })),
  }),
  onOthers: {
    UserDetailsCorrected: ({ entityId, data }) => renamed(entityId, nameShown(data.name)),
    UserErased: ({ entityId }) => renamed(entityId, ERASED_USER),
  },
});
