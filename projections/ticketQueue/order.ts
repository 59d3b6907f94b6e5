import { orderOf, type Order } from '#projections/keyset.ts';
import type { SortField, TicketSort } from './filters.ts';

const COLUMNS = { updatedAt: 'updated_at', openedAt: 'opened_at', number: 'number', priority: 'priority' };
const COLUMNS_THEN = { ...COLUMNS, updatedAt: 'valid_from' };

export const orderNow = (sort: TicketSort = '-updatedAt'): Order => orderOf<SortField>(sort, COLUMNS);
export const orderThen = (sort: TicketSort = '-updatedAt'): Order => orderOf<SortField>(sort, COLUMNS_THEN);
