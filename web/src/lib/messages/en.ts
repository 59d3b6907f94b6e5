import { common } from './en/common.ts';
import { session } from './en/session.ts';

export const en = { common, session };
