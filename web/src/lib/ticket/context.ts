import { createContext } from 'svelte';
import type { TicketStore } from './TicketStore.svelte.ts';

/** The ticket of the page. */
export const [useTicket, provideTicket] = createContext<TicketStore>();
