import type { StartedBatch } from '#domain/batch/batch.ts';
import { commandOf } from '#domain/batch/rules.ts';
import { permissionObstacle, UNRELATED, type BatchCommandName } from '#domain/permissions.ts';
import type { Rejection } from '#domain/rejection.ts';
import type { Actor } from '#domain/role.ts';

/** Why somebody may not say what becomes of a batch: that is for those who may do what it does. */
export function obstacleTo(
  actor: Actor,
  command: BatchCommandName,
  { action }: Pick<StartedBatch, 'action'>,
): Rejection | null {
  const [first = null] = [command, commandOf[action]]
    .map((name) => permissionObstacle(actor, name, 'batches', UNRELATED))
    .filter((one) => one !== null);
  return first;
}
