import type {
  BulkDone,
  CountsAnswer,
  Holdings,
  ImageAttached,
  Listed,
  Me,
  ProjectionsAnswer,
  SignedIn,
  TicketAnswer,
  TicketOpened,
} from '#api/contract/answers.ts';
import type { BatchDone } from '#api/contract/batches.ts';
import type { ImportAnswer } from '#api/contract/imports.ts';
import type { EquipmentAnswer, PublicScan, SignatureKept } from '#api/contract/equipment.ts';
import type { Problem } from '#api/contract/problem.ts';
import type { UserRow } from '#api/contract/rows.ts';
import type { SettingsAnswer } from '#api/contract/settings.ts';
import type { StocktakeAnswer } from '#api/contract/stocktakes.ts';

type BatchSeen = Pick<BatchDone, 'batchId'> & Pick<ImportAnswer, 'importId'>;
type EquipmentSeen = EquipmentAnswer & SignatureKept;

/** Whatever the API answers with: a test knows which of all this it has asked for, and sees whether it is there. */
export type Seen = Required<Problem> &
  TicketOpened &
  ImageAttached &
  SignedIn &
  Omit<Me, 'settings'> &
  SettingsAnswer &
  EquipmentSeen &
  BatchSeen &
  StocktakeAnswer &
  Pick<PublicScan, 'known' | 'mayReport' | 'state'> &
  TicketAnswer &
  BulkDone &
  CountsAnswer &
  ProjectionsAnswer &
  Holdings &
  Omit<Listed<Readonly<Record<string, unknown>>>, 'next'> & {
    readonly next: string | null;
    readonly needed: boolean;
  };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Seen;
}

export type Sent = Readonly<Record<string, string>>;

/** Somebody at the API; each request goes out as written and comes back whole. */
export interface Client {
  readonly get: (path: string, headers?: Sent) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, headers?: Sent) => Promise<Answer>;
  readonly send: (path: string, init: RequestInit) => Promise<Answer>;
}

export interface Person extends Client {
  readonly user: UserRow;
  readonly token: string;
  readonly cookies: Readonly<Record<string, string>>;
}

const isJson = (headers: Headers): boolean => /json/.test(headers.get('content-type') ?? '');

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body: unknown = isJson(response.headers) && text !== '' ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body: body as Seen };
}

export function clientAt(url: string, always: Sent = {}): Client {
  const send = async (path: string, init: RequestInit): Promise<Answer> =>
    answerOf(
      await fetch(url + path, {
        redirect: 'manual',
        ...init,
        headers: { ...always, ...(init.headers as Sent) },
      }),
    );
  return {
    send,
    get: (path, headers = {}) => send(path, { method: 'GET', headers }),
    post: (path, body = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  };
}

export const cookiesOf = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    headers.getSetCookie().map((line) => {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );

/** Whoever an answer to a sign-in has let in. */
export function personOf(url: string, { body, headers, status }: Answer): Person {
  if (status >= 300) throw new Error(`sign-in failed: ${JSON.stringify(body)}`);
  const token = body.accessToken;
  const client = clientAt(url, { authorization: `Bearer ${token}` });
  return { ...client, token, user: body.user, cookies: cookiesOf(headers) };
}
