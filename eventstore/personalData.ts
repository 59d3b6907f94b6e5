import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';
import type { z } from 'zod';
import { personalFields, type Subject } from '#domain/personal.ts';

/**
 * How a personal field stands in the journal, for ever:
 * `{"$personal": "v1.<person>.<key number>.<nonce>.<ciphertext and tag>"}`, the last two in base64url.
 * AES-256-GCM (NIST SP 800-38D), nonce of 96 random bits, tag of 128 bits, the plaintext being the field's JSON.
 * Additional data: `v1|<stream>|<event id>|<field>`, so that a value cannot be moved to another place.
 */
export interface Sealed {
  readonly $personal: string;
}

export interface PersonKey {
  readonly person: string;
  /** Counts the keys of one person, from 1. */
  readonly number: number;
  /** 32 bytes; null once destroyed. */
  readonly secret: Buffer | null;
}

/** Where a value stands. */
export interface Place {
  readonly stream: string;
  readonly eventId: string;
  readonly field: string;
}

export interface PersonalField {
  readonly field: string;
  readonly subject: Subject;
}

/** The desk's own words are encrypted too, so that every field of a kind looks the same. */
export const DESK_KEY = 'desk';

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const NONCES = Buffer.alloc(NONCE_BYTES * 512);
let spent = NONCES.length;

/** Random bytes are drawn for many nonces at once; each is used once. */
function nextNonce(): Buffer {
  if (spent === NONCES.length) {
    randomFillSync(NONCES);
    spent = 0;
  }
  spent += NONCE_BYTES;
  return NONCES.subarray(spent - NONCE_BYTES, spent);
}

export const personalFieldsOf = (schema: z.ZodObject): readonly PersonalField[] =>
  Object.entries(schema.shape).flatMap(([field, type]) => {
    const personal = personalFields.get(type);
    return personal ? [{ field, subject: personal.subject }] : [];
  });

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && '$personal' in value && typeof value.$personal === 'string';

/** `<person>.<key number>`: which key opens this. */
export function keyIdOf({ $personal: sealed }: Sealed): string {
  const start = VERSION.length + 1;
  return sealed.slice(start, sealed.indexOf('.', sealed.indexOf('.', start) + 1));
}

export const keyId = ({ person, number }: Pick<PersonKey, 'person' | 'number'>): string =>
  `${person}.${number}`;

const additionalData = ({ stream, eventId, field }: Place): Buffer =>
  Buffer.from(`${VERSION}|${stream}|${eventId}|${field}`);

export function seal(value: unknown, key: PersonKey & { secret: Buffer }, place: Place): Sealed {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(place));
  const text = cipher.update(JSON.stringify(value), 'utf8');
  const sealed = Buffer.concat([text, cipher.final(), cipher.getAuthTag()]);
  return {
    $personal: `${VERSION}.${keyId(key)}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`,
  };
}

/** Throws where the key, the place or a single bit is not the one of the sealing. */
export function unseal({ $personal }: Sealed, secret: Buffer, place: Place): unknown {
  const [version, , , nonce, sealed, ...rest] = $personal.split('.');
  if (version !== VERSION || !nonce || !sealed || rest.length > 0)
    throw new Error(`${place.field} is not sealed in a form that is known.`);
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(nonce, 'base64url'), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(additionalData(place));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = decipher.update(bytes.subarray(0, -TAG_BYTES));
  // Of GCM nothing is left for the end but the check of the tag, which throws.
  decipher.final();
  return JSON.parse(text.toString()) as unknown;
}
