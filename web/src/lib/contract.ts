export type * from '../../../api/contract/answers.ts';
export type * from '../../../api/contract/live.ts';
export type * from '../../../api/contract/problem.ts';
export type * from '../../../api/contract/rows.ts';
export type * from '../../../api/contract/words.ts';
export { mayCommand, UNRELATED } from '../../../api/contract/permissions.ts';
export type { Actor, CommandName, Relation, Role } from '../../../api/contract/permissions.ts';
