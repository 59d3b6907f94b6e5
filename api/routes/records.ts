import { z } from 'zod';
import { done, listed } from '#api/answers/answers.ts';
import { recordHistoryRow } from '#api/answers/history.ts';
import type { Page } from '#projections/readDatabase.ts';
import type { RecordHistoryRow } from '#api/contract/rows.ts';
import { reply, route, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem, problem } from '#api/problems.ts';
import type { Command } from '#commands/command.ts';
import type { Readable } from '#domain/permissions.ts';
import { commandRoute, doneOf, make, type RecordRoutes } from './commands.ts';

/** The reads of one kind of record: what the viewer may not see is not there. */
export interface RecordReads<R, Q> {
  readonly list: (viewer: Viewer, query: Q) => Promise<Page<R>>;
  readonly find: (viewer: Viewer, id: string) => Promise<R | undefined>;
  readonly history: (
    viewer: Viewer,
    id: string,
    after?: bigint,
  ) => Promise<readonly RecordHistoryRow[] | undefined>;
}

export interface RecordKind<R, Q extends z.ZodType> {
  readonly about: RecordRoutes;
  readonly reads: RecordReads<R, z.output<Q>>;
  readonly what: Readable;
  readonly row: z.ZodType<R>;
  readonly query: Q;
  /** The projection of its rows. */
  readonly projection: string;
  readonly plural: string;
}

/** Lists, one, and its history. */
export function readRoutes<R, Q extends z.ZodType>(kind: RecordKind<R, Q>): Route[] {
  const { about, reads, what, row, query, plural } = kind;
  const { base, desk } = about;
  const keptWhile = [kind.projection];
  return [
    route({
      method: 'get',
      path: base,
      summary: `All ${plural}, narrowed and by name.`,
      access: { reads: what },
      query,
      keptWhile,
      answers: { 200: listed(row) },
      handle: async (call) => {
        const position = String(desk.projector.position());
        const page = await reads.list(call.viewer, call.query);
        return reply(200, { ...page, position });
      },
    }),
    route({
      method: 'get',
      path: `${base}/:id`,
      summary: `One of the ${plural}.`,
      access: { reads: what },
      keptWhile,
      answers: { 200: row },
      handle: async ({ viewer, param }) => {
        const found = await reads.find(viewer, param('id'));
        return found ? reply(200, found) : problem('not-found');
      },
    }),
    route({
      method: 'get',
      path: `${base}/:id/history`,
      summary: `All that has happened to one of the ${plural}.`,
      access: { reads: 'recordHistory' },
      answers: { 200: z.strictObject({ items: z.array(recordHistoryRow) }) },
      handle: async ({ viewer, param }) => {
        const items = await reads.history(viewer, param('id'));
        return items ? reply(200, { items }) : problem('not-found');
      },
    }),
  ];
}

/** `POST <base>` for the command that makes a record. */
export const makeRoute = <S, E>(command: Command<S, E>, about: RecordRoutes): Route =>
  route({
    method: 'post',
    path: about.base,
    summary: `Makes one: ${command.name}.`,
    access: { command: command.name },
    body: command.input,
    bodyParsedLater: true,
    answers: { 201: done },
    handle: async (call) => {
      const finished = await make(command, about, call);
      return isProblem(finished)
        ? finished
        : reply(201, doneOf(finished), { Location: `${about.base}/${finished.id}` });
    },
  });

export const commandRoutes = <S, E>(commands: readonly Command<S, E>[], about: RecordRoutes): Route[] =>
  commands.map((command) => commandRoute(command, about));
