import type { UserId } from '../ids.ts';
import type { Category, CreatedCategory } from './category.ts';
import type { CategoryKind } from './events.ts';

export const isCreated = (category: Category): category is CreatedCategory => category.status !== 'Uncreated';

/** Records are filed, and categories put, only under active categories of their own kind. */
export const takes = (category: Category | undefined, kind: CategoryKind): category is CreatedCategory =>
  category?.status === 'Active' && category.kind === kind;

/** Who is assigned to what is filed here, unless nobody is. */
export const defaultAssigneeOf = (category: Category | undefined): UserId | null =>
  category && isCreated(category) ? category.defaultAssigneeId : null;
