import type { CategoryKind } from '#domain/category/events.ts';
import type { FieldDefinition } from '#domain/category/fields.ts';

export interface CategoryRow {
  readonly categoryId: string;
  readonly kind: CategoryKind;
  readonly name: string;
  readonly parentId: string | null;
  readonly fields: readonly FieldDefinition[];
  readonly defaultAssigneeId: string | null;
  readonly defaultAssigneeName: string | null;
  readonly status: 'Active' | 'Archived';
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly revision: string;
  readonly position: string;
}
