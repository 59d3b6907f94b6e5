import { api } from '#lib/api/browser.ts';
import type { Answer } from '#lib/api/request.ts';
import type { TicketOpened } from '#lib/contract.ts';
import { upload } from '#lib/images/upload.ts';
import type { Draft } from './draft.ts';
import type { Photo } from './photoStore.ts';

const unlessEmpty = (name: string, value: string): Record<string, string> =>
  value === '' ? {} : { [name]: value };

/** Field values come as text from the form and are named `key:kind` as in a command form. */
function valuesOf(fields: Draft['fields']): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  for (const [name, text] of Object.entries(fields)) {
    const [key = '', kind] = name.split(':');
    if (text === '') continue;
    values[key] = kind === 'number' ? Number(text) : kind === 'maybe' ? text === 'true' : text;
  }
  return values;
}

export const bodyOf = (draft: Draft) => ({
  title: draft.title.trim(),
  description: draft.description.trim(),
  roomId: draft.roomId,
  urgency: draft.urgency,
  fields: valuesOf(draft.fields),
  ...(draft.equipmentIds.length > 0 ? { equipmentIds: draft.equipmentIds } : {}),
  ...unlessEmpty('scanned', draft.scanned),
  ...unlessEmpty('categoryId', draft.categoryId),
  ...unlessEmpty('requesterId', draft.requesterId),
  ...(draft.occurredAt ? { occurredAt: new Date(draft.occurredAt).toISOString() } : {}),
});

/** Sends the words of a report; repeating it under its key gives the same ticket. */
export const sendWords = (draft: Draft): Promise<Answer<TicketOpened>> =>
  api.post<TicketOpened>('/tickets', bodyOf(draft), { 'idempotency-key': draft.key });

/** Sends one photo of a report; `onprogress` gets a part from 0 to 1. */
export const sendPhoto = (ticketId: string, photo: Photo, onprogress: (part: number) => void) =>
  upload({ path: `/tickets/${ticketId}`, image: photo.blob, kind: 'problem', key: photo.id, onprogress });
