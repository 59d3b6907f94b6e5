import type { Batch } from '#domain/batch/batch.ts';
import type { BatchEvent } from '#domain/batch/events.ts';
import type { BatchCommandName } from '#domain/permissions.ts';
import type { Command } from '../command.ts';
import { finishBatch } from './finishBatch.ts';
import { startBatch } from './startBatch.ts';
import { stopBatch } from './stopBatch.ts';
import { takeBackBatch } from './takeBackBatch.ts';
import { takeUpBatch } from './takeUpBatch.ts';

export const batchCommands = {
  startBatch,
  stopBatch,
  takeUpBatch,
  finishBatch,
  takeBackBatch,
} as const satisfies Record<BatchCommandName, Command<Batch, BatchEvent>>;
