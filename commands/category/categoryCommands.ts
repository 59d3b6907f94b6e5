import type { Category } from '#domain/category/category.ts';
import type { CategoryEvent } from '#domain/category/events.ts';
import type { CategoryCommandName } from '#domain/permissions.ts';
import type { Command } from '../command.ts';
import { archiveCategory } from './archiveCategory.ts';
import { changeCategoryFields } from './changeCategoryFields.ts';
import { createCategory } from './createCategory.ts';
import { renameCategory } from './renameCategory.ts';

export const categoryCommands = {
  createCategory,
  renameCategory,
  changeCategoryFields,
  archiveCategory,
} as const satisfies Record<CategoryCommandName, Command<Category, CategoryEvent>>;
