import type { Aggregate, Happened } from '../event.ts';
import type { CategoryId, UserId } from '../ids.ts';
import type { CategoryEvent, CategoryKind } from './events.ts';
import type { FieldDefinition } from './fields.ts';

export interface CreatedCategory {
  readonly status: 'Active' | 'Archived';
  readonly kind: CategoryKind;
  readonly name: string;
  readonly parentId: CategoryId | null;
  readonly fields: readonly FieldDefinition[];
  readonly slaPolicyId: string | null;
  readonly defaultAssigneeId: UserId | null;
}
export type Category = { readonly status: 'Uncreated' } | CreatedCategory;

function evolve(state: Category, event: Happened<CategoryEvent>): Category {
  if (state.status === 'Uncreated')
    return event.type === 'CategoryCreated' ? { status: 'Active', ...event.data } : state;
  switch (event.type) {
    case 'CategoryCreated':
      return state;
    case 'CategoryRenamed':
    case 'CategoryFieldsChanged':
      return { ...state, ...event.data };
    case 'CategoryArchived':
      return { ...state, status: 'Archived' };
    default:
      return event satisfies never;
  }
}

export const category: Aggregate<Category, CategoryEvent> = {
  category: 'category',
  initial: { status: 'Uncreated' },
  evolve,
};
