import { shown, type Erased } from '#domain/personal.ts';

export const ERASED_USER = 'Erased user';
export const UNKNOWN = 'Unknown';
/** Who acts where no person does. */
export const DESK_NAME = 'The desk';

export const nameShown = (value: string | Erased): string => shown(value, ERASED_USER);
export const textShown = (value: string | Erased): string => shown(value, '');
