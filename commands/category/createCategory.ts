import { z } from 'zod';
import { category } from '#domain/category/category.ts';
import { categoryKind, categoryName, fieldDefinitions } from '#domain/category/events.ts';
import { hidesFields } from '#domain/category/fields.ts';
import { isCreated, takes } from '#domain/category/rules.ts';
import { categoryId, userId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { isAssignable } from '#domain/user/rules.ts';
import { creationOf } from '../recordCommand.ts';
import { categoryRef, userRef } from '../refs.ts';

const input = z.strictObject({
  kind: categoryKind,
  name: categoryName,
  parentId: categoryId.nullable().default(null),
  fields: fieldDefinitions.default([]),
  /** Who is assigned to each ticket that is filed here. */
  defaultAssigneeId: userId.nullable().default(null),
});

/** Makes a category, below an active one of the same kind or at the top. */
export const createCategory = creationOf(category)({
  name: 'createCategory',
  input,
  needs: ({ input }) => ({
    parent: categoryRef(input.parentId),
    assignee: userRef(input.defaultAssigneeId),
  }),
  stands: (state, { kind, name }) => (isCreated(state) ? state.kind === kind && state.name === name : null),
  decide(input, { id, needed: { parent, assignee } }) {
    if (input.parentId === id) return refuse('CategoryCycle');
    if (input.parentId !== null && !takes(parent, input.kind)) return refuse('NoSuchCategory');
    if (input.kind === 'ticket' && hidesFields(input.fields)) return refuse('OnlyEquipmentHidesFields');
    if (input.defaultAssigneeId !== null && !isAssignable(assignee)) return refuse('NotAssignable');
    return [{ type: 'CategoryCreated', data: { ...input, slaPolicyId: null } }];
  },
});
