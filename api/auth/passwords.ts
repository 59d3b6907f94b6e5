import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { PASSWORD_MIN } from '#api/contract/password.ts';

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

const derive = promisify(argon2);
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;
const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const write = (nonce: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${encode(nonce)}$${encode(tag)}`;

/** A PHC string of argon2id, made in the thread pool. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  return write(nonce, await derive('argon2id', { ...COST, message: password.normalize('NFKC'), nonce }));
}

function read(stored: string): { parameters: Omit<Argon2Parameters, 'message'>; tag: Buffer } | undefined {
  const [, memory, passes, parallelism, nonce, tag] = PHC.exec(stored) ?? [];
  if (nonce === undefined || tag === undefined) return undefined;
  const bytes = Buffer.from(tag, 'base64');
  return {
    parameters: {
      memory: Number(memory),
      passes: Number(passes),
      parallelism: Number(parallelism),
      nonce: Buffer.from(nonce, 'base64'),
      tagLength: bytes.length,
    },
    tag: bytes,
  };
}

/** Of no password: what an unknown address is checked against, so that it takes as long as a known one. */
const NOBODY = write(randomBytes(16), randomBytes(32));

/** Is it the password that the hash was made of? Takes as long without a hash. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const expected = read(stored ?? NOBODY);
  if (!expected) return false;
  const tag = await derive('argon2id', { ...expected.parameters, message: password.normalize('NFKC') });
  return timingSafeEqual(tag, expected.tag) && stored !== undefined;
}

export const password = z
  .string()
  .min(PASSWORD_MIN, `A password has at least ${String(PASSWORD_MIN)} characters.`)
  .max(200, 'A password has at most 200 characters.');

/** Why a password may not be chosen for this address. */
export const unfitPassword = (chosen: string, email: string): string | undefined =>
  chosen.trim().toLowerCase() === email.trim().toLowerCase() ? 'The password is the address.' : undefined;
