import { z } from 'zod';
import type * as contract from '#api/contract/answers.ts';
import { refusals, type RefusalName } from '#domain/rejection.ts';
import { equipmentRow } from './equipment.ts';
import { change } from './history.ts';
import { userRow } from './records.ts';
import {
  ticketConversationRow,
  ticketCountRow,
  ticketPageRow,
  ticketQueueRow,
  type ForAll,
} from './tickets.ts';
import { commandName, id, instant, keysOf, position } from './words.ts';

export const problemAnswer = z
  .strictObject({
    type: z.templateLiteral(['/problems/', z.string()]).describe('/problems/<kebab-case name>'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    rejection: z.enum(keysOf<RefusalName>(refusals)).optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number()]).nullable()).optional(),
    since: z
      .array(
        z.strictObject({
          type: z.string(),
          changes: z.array(change),
          actorName: z.string(),
          at: instant,
          revision: position,
        }),
      )
      .optional(),
    revision: position.optional(),
  })
  .meta({ id: 'Problem' });

export const listed = <R extends z.ZodType>(row: R) =>
  z.strictObject({ items: z.array(row), next: z.string().nullable(), position });

const doneShape = { id, revision: position, position, events: z.array(z.string()) };
export const done = z.strictObject(doneShape).meta({ id: 'Done' });
done satisfies z.ZodType<contract.Done>;

export const ticketOpened = z.strictObject({ ...doneShape, number: z.int() }).meta({ id: 'TicketOpened' });
ticketOpened satisfies z.ZodType<contract.TicketOpened>;

export const imageAttached = z.strictObject({ ...doneShape, imageId: id }).meta({ id: 'ImageAttached' });
imageAttached satisfies z.ZodType<contract.ImageAttached>;

export const bulkDone = z
  .strictObject({
    results: z.array(
      z.strictObject({
        id,
        ok: z.boolean(),
        revision: position.optional(),
        position: position.optional(),
        problem: problemAnswer.optional(),
      }),
    ),
    position,
  })
  .meta({ id: 'BulkDone' });

export const ticketAnswer = z.strictObject({
  ticket: ticketPageRow,
  conversation: z.array(ticketConversationRow),
  may: z.array(commandName),
  position,
});
ticketAnswer satisfies z.ZodType<
  Omit<contract.TicketAnswer, 'ticket'> & { readonly ticket: ForAll<contract.TicketAnswer['ticket']> }
>;

export const countsAnswer = z.strictObject({ counts: z.array(ticketCountRow), position });
countsAnswer satisfies z.ZodType<contract.CountsAnswer>;

export const signedIn = z.strictObject({ accessToken: z.string(), user: userRow });
signedIn satisfies z.ZodType<contract.SignedIn>;

export const me = z.strictObject({
  user: userRow,
  settings: z.strictObject({ registration: z.boolean(), mayDo: z.array(commandName) }),
});
me satisfies z.ZodType<contract.Me>;

export const holdings = z.strictObject({
  tickets: z.array(ticketQueueRow),
  equipment: z.array(equipmentRow),
});
holdings satisfies z.ZodType<
  Omit<contract.Holdings, 'tickets'> & {
    readonly tickets: readonly ForAll<contract.Holdings['tickets'][number]>[];
  }
>;
