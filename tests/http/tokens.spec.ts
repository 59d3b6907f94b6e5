import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { createTokens } from '#api/auth/tokens.ts';
import { hashPassword, isPassword } from '#api/auth/passwords.ts';
import { ANA } from '#tests/support/people.ts';

const SECRET = 'a secret that is longer than thirty-two characters';
const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
const tokens = createTokens(SECRET, () => clock.now);
const claims = { sub: ANA, sid: 's1' };
const good = { algorithm: 'HS256', issuer: 'daybook', audience: 'daybook-api', expiresIn: 900 } as const;
const iat = () => ({ iat: Math.floor(clock.now / 1000) });

describe('An access token', () => {
  it('is known again with its person, session and end', () => {
    const token = tokens.sign({ userId: ANA, sessionId: 's1' });
    expect(tokens.verify(token)).toEqual({ userId: ANA, sessionId: 's1', expiresAt: clock.now + 900_000 });
    expect(tokens.verify(token)).toEqual(tokens.verify(token));
  });

  it('ends after 15 minutes, also when it has been seen before', () => {
    const token = tokens.sign({ userId: ANA, sessionId: 's1' });
    expect(tokens.verify(token)).toBeDefined();
    const fresh = createTokens(SECRET, () => clock.now + 900_001);
    expect(fresh.verify(token)).toBeUndefined();
    clock.now += 900_001;
    expect(tokens.verify(token)).toBeUndefined();
  });

  it('is ours alone: no other key, algorithm, issuer or audience, and none unsigned', () => {
    const sign = (secret: string, options: jwt.SignOptions) =>
      jwt.sign({ ...claims, ...iat() }, secret, options);
    expect(tokens.verify(sign(SECRET, good))).toBeDefined();
    expect(tokens.verify(sign(`${SECRET}!`, good))).toBeUndefined();
    expect(tokens.verify(sign(SECRET, { ...good, algorithm: 'HS512' }))).toBeUndefined();
    expect(tokens.verify(sign('', { ...good, algorithm: 'none' }))).toBeUndefined();
    expect(tokens.verify(sign(SECRET, { ...good, issuer: 'other' }))).toBeUndefined();
    expect(tokens.verify(sign(SECRET, { ...good, audience: 'other' }))).toBeUndefined();
  });

  it('names a person and a session', () => {
    const without = (absent: string) => jwt.sign({ ...claims, ...iat(), [absent]: undefined }, SECRET, good);
    expect(tokens.verify(without('sid'))).toBeUndefined();
    expect(tokens.verify('not.a.token')).toBeUndefined();
  });

  it('is not another one with a byte changed', () => {
    const token = tokens.sign({ userId: ANA, sessionId: 's1' });
    const at = token.lastIndexOf('.') + 5;
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(tokens.verify(changed)).toBeUndefined();
  });
});

describe('A password', () => {
  it('is known by its hash, which does not hold it', async () => {
    const hash = await hashPassword('correct horse');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hash).not.toContain('correct');
    expect(await isPassword('correct horse', hash)).toBe(true);
    expect(await isPassword('correct horsf', hash)).toBe(false);
  });

  it('is nobody’s where there is no hash', async () => {
    expect(await isPassword('', undefined)).toBe(false);
  });

  it('is the same however its letters are composed', async () => {
    expect(await isPassword('café au lait', await hashPassword('cafe\u0301 au lait'))).toBe(true);
  });
});
