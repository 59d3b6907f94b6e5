import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startMariaDb, type MariaDb } from '#tests/support/mariadb.ts';
import { openVault, type Vault, type VaultPlace } from '#vault/openVault.ts';
import { ROTATION_GRACE_MS, SESSION_LIFETIME_MS } from '#vault/sessions.ts';

let directory: string;
let mariadb: MariaDb;
let databases = 0;
let vault: Vault;
let clock: number;
const open = (place: VaultPlace) => openVault(place, () => clock);

beforeAll(async () => {
  mariadb = await startMariaDb();
});
afterAll(() => mariadb.stop());
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'daybook-vault-'));
  clock = 1_760_000_000_000;
});
afterEach(async () => {
  await vault.close();
  rmSync(directory, { recursive: true });
});

describe('the vault file', () => {
  beforeEach(async () => {
    vault = await open({ file: join(directory, 'vault.db') });
  });

  test('can be read by its owner alone', async () => {
    await vault.secrets.get('claims');
    const files = readdirSync(directory);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600);
  });

  test('keeps no trace of a key that is destroyed', async () => {
    const [kim] = await vault.keys.newest(['kim']);
    const bytes = () => readdirSync(directory).map((file) => readFileSync(join(directory, file)));
    const secret = kim!.secret!;
    expect(bytes().some((content) => content.includes(secret))).toBe(true);
    await vault.keys.destroy('kim');
    expect(bytes().some((content) => content.includes(secret))).toBe(false);
  });
});

const places = {
  SQLite: () => Promise.resolve({ file: join(directory, 'vault.db') }),
  MariaDB: async () => ({ url: await mariadb.database(`vault${(databases += 1)}`) }),
};

test('processes that start together on an empty database open one vault', async () => {
  for (let rounds = 0; rounds < 3; rounds += 1) {
    const place = await places.MariaDB();
    const together = await Promise.all([1, 2, 3, 4, 5].map(() => open(place)));
    const secrets = await Promise.all(together.map(({ secrets }) => secrets.get('claims')));
    expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1);
    await Promise.all(together.map((one) => one.close()));
  }
  vault = await open(await places.MariaDB());
});

describe.for(Object.entries(places))('a vault on %s', ([, placeOf]) => {
  let place: VaultPlace;
  beforeEach(async () => {
    place = await placeOf();
    vault = await open(place);
  });

  describe('the key of a person', () => {
    test('is made once for all who ask at once, and stays', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => vault.keys.newest(['kim', 'lee'])));
      const secrets = new Set(
        answers.flat().map(({ person, secret }) => `${person} ${secret?.toString('hex')}`),
      );
      expect(secrets.size).toBe(2);
      await vault.close();
      vault = await open(place);
      const again = await vault.keys.newest(['kim']);
      expect(secrets).toContain(`kim ${again[0]?.secret?.toString('hex')}`);
      expect(again[0]?.secret).toHaveLength(32);
    });

    test('is found by its id, and what is not known is left out', async () => {
      const [kim] = await vault.keys.newest(['kim']);
      expect(await vault.keys.find(['kim.1', 'kim.2', 'lee.1'])).toEqual([kim]);
    });

    test('is gone once destroyed, and no other is made', async () => {
      await vault.keys.newest(['kim']);
      await vault.keys.destroy('kim');
      expect(await vault.keys.newest(['kim'])).toEqual([{ person: 'kim', number: 1, secret: null }]);
      expect(await vault.keys.find(['kim.1'])).toEqual([{ person: 'kim', number: 1, secret: null }]);
    });

    test('is never made for somebody who was erased before anything was written', async () => {
      await vault.keys.destroy('max');
      expect(await vault.keys.newest(['max'])).toEqual([{ person: 'max', number: 1, secret: null }]);
    });
  });

  describe('secrets', () => {
    test('are made at first use, differ by name and stay', async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => vault.secrets.get('jwt')));
      expect(new Set(answers.map((secret) => secret.toString('hex'))).size).toBe(1);
      expect(await vault.secrets.get('claims')).not.toEqual(answers[0]);
      await vault.close();
      vault = await open(place);
      expect(await vault.secrets.get('jwt')).toEqual(answers[0]);
      expect(answers[0]).toHaveLength(32);
    });
  });

  describe('credentials', () => {
    test('hold the newest hash of a user', async () => {
      expect(await vault.credentials.get('kim')).toBeUndefined();
      await vault.credentials.set('kim', 'one');
      clock += 5;
      await vault.credentials.set('kim', 'two');
      expect(await vault.credentials.get('kim')).toEqual({ hash: 'two', changedAt: clock });
      await vault.credentials.remove('kim');
      expect(await vault.credentials.get('kim')).toBeUndefined();
    });
  });

  describe('a session', () => {
    const user = randomUUID();
    const rotated = async (token: string) => {
      const rotation = await vault.sessions.rotate(token);
      if (rotation.kind !== 'rotated') throw new Error(`not rotated: ${JSON.stringify(rotation)}`);
      return rotation.session;
    };

    test('is rotated to a new token of the same family', async () => {
      const first = await vault.sessions.issue(user);
      const second = await rotated(first.token);
      expect(second).toMatchObject({ family: first.family, userId: user });
      expect(second.token).not.toBe(first.token);
      expect((await rotated(second.token)).token).not.toBe(second.token);
    });

    test('gives two tabs the same successor, even at the same moment', async () => {
      const first = await vault.sessions.issue(user);
      const [one, two] = await Promise.all([rotated(first.token), rotated(first.token)]);
      clock += ROTATION_GRACE_MS;
      const late = await rotated(first.token);
      expect(new Set([one.token, two.token, late.token]).size).toBe(1);
    });

    test('is ended as a whole when a token is used again later', async () => {
      const first = await vault.sessions.issue(user);
      const second = await rotated(first.token);
      expect(await vault.sessions.isLive(first.family)).toBe(true);
      clock += ROTATION_GRACE_MS + 1;
      expect(await vault.sessions.rotate(first.token)).toEqual({
        kind: 'reused',
        userId: user,
        family: first.family,
      });
      expect(await vault.sessions.rotate(second.token)).toEqual({ kind: 'refused', reason: 'revoked' });
      expect(await vault.sessions.isLive(first.family)).toBe(false);
    });

    test('ends by itself, by sign-out, and not for strangers', async () => {
      const first = await vault.sessions.issue(user);
      const other = await vault.sessions.issue(user);
      expect(await vault.sessions.rotate('made up')).toEqual({ kind: 'refused', reason: 'unknown' });
      expect(await vault.sessions.revoke('made up')).toBeUndefined();
      expect(await vault.sessions.revoke(first.token)).toBe(first.family);
      expect(await vault.sessions.rotate(first.token)).toEqual({ kind: 'refused', reason: 'revoked' });
      clock += SESSION_LIFETIME_MS;
      expect(await vault.sessions.isLive(other.family)).toBe(false);
      expect(await vault.sessions.rotate(other.token)).toEqual({ kind: 'refused', reason: 'expired' });
    });

    test('survives the end of all the others of its user', async () => {
      const kept = await vault.sessions.issue(user);
      const ended = await vault.sessions.issue(user);
      const stranger = await vault.sessions.issue(randomUUID());
      expect(await vault.sessions.revokeAllOf(user, kept.family)).toEqual([ended.family]);
      expect(await vault.sessions.rotate(ended.token)).toEqual({ kind: 'refused', reason: 'revoked' });
      await rotated(kept.token);
      await rotated(stranger.token);
    });
  });
});
