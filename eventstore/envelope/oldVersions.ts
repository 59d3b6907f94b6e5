import type { OldVersions } from './eventKinds.ts';

/** Every version that was ever written and is written no more. Nothing here is ever removed. */
export const oldVersions: OldVersions = {};
