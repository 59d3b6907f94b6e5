import { createContext } from 'svelte';
import type { Live } from './live.svelte.ts';

/** The live connection of the desk. */
export const [useLive, provideLive] = createContext<Live>();
