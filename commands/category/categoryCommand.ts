import { category } from '#domain/category/category.ts';
import { isCreated } from '#domain/category/rules.ts';
import { commandsOn } from '../recordCommand.ts';

export const categoryCommand = commandsOn({ aggregate: category, what: 'categories', exists: isCreated });
