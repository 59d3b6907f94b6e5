export {
  mayCommand,
  permissions,
  reachOf,
  readable,
  UNRELATED,
  type CommandName,
  type Reach,
  type Readable,
  type Relation,
} from '#domain/permissions.ts';
export type { Actor, Role } from '#domain/role.ts';
