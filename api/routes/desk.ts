import type { Accounts } from '#api/auth/accounts.ts';
import type { Cookies } from '#api/auth/cookies.ts';
import type { SignIn } from '#api/auth/signIn.ts';
import type { Config } from '#api/config.ts';
import type { Identity } from '#api/auth/identify.ts';
import type { BatchService } from '#api/batches/createBatches.ts';
import type { TakingBackService } from '#api/batches/takeBack.ts';
import type { Limits } from '#api/http/limits.ts';
import type { ImportService } from '#api/imports/createImports.ts';
import type { Log } from '#api/log.ts';
import type { Reads } from '#api/reads.ts';
import type { Runner } from '#commands/run.ts';
import type { Policy } from '#domain/ticket/rules.ts';
import type { Projector } from '#projections/run.ts';
import type { Pictures } from './pictures.ts';

/** What the routes stand on. */
export interface Desk {
  readonly config: Config;
  readonly policy: Policy;
  readonly runner: Runner;
  readonly reads: Reads;
  readonly projector: Projector;
  readonly pictures: Pictures;
  readonly accounts: Accounts;
  readonly signIn: SignIn;
  readonly cookies: Cookies;
  /** Who asks where a route is for anyone. */
  readonly identify: Identity['ofRequest'];
  readonly imports: ImportService;
  readonly batching: BatchService;
  readonly takingBack: TakingBackService;
  readonly limits: Limits;
  /** The position of the last event of a record that this process has appended. */
  readonly ends: () => bigint;
  /** The same, whoever appended it. */
  readonly end: () => Promise<bigint>;
  readonly log: Log;
  /** RFC 3339, UTC */
  readonly now: () => string;
}
