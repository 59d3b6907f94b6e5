import { createContext } from 'svelte';
import type { EquipmentStore } from './EquipmentStore.svelte.ts';

/** The thing of the page. */
export const [useThing, provideThing] = createContext<EquipmentStore>();
