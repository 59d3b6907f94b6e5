import type { z } from 'zod';
import { batch, type StartedBatch } from '#domain/batch/batch.ts';
import type { BatchEvent } from '#domain/batch/events.ts';
import { commandOf, isStartedBatch } from '#domain/batch/rules.ts';
import { mayCommand, UNRELATED, type BatchCommandName } from '#domain/permissions.ts';
import { refuse, type Rejection } from '#domain/rejection.ts';
import { commandsOn } from '../recordCommand.ts';

interface BatchSpec<I extends z.ZodObject> {
  readonly name: Exclude<BatchCommandName, 'startBatch'>;
  readonly input: I;
  decide(this: void, batch: StartedBatch, input: z.output<I>): readonly BatchEvent[] | Rejection;
}

const onBatch = commandsOn({ aggregate: batch, what: 'batches', exists: isStartedBatch });

/** What becomes of a batch is said by those who may do what it does. */
export const batchCommand = <I extends z.ZodObject>({ name, input, decide }: BatchSpec<I>) =>
  onBatch({
    name,
    input,
    facets: ['status'],
    decide: (started, given, { actor }) =>
      mayCommand(actor, commandOf[started.action], UNRELATED) ? decide(started, given) : refuse('NotAllowed'),
  });
