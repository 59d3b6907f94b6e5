import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localPictures } from '#reactors/adapters/localPictures.ts';
import { LARGEST_PICTURE, PictureRefused, type PictureType } from '#reactors/adapters/pictures.ts';
import { ids } from '#tests/support/people.ts';

const beginnings: readonly (readonly [PictureType, string])[] = [
  ['image/jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01'],
  ['image/png', '\x89PNG\r\n\x1a\n\x00\x00\x00\x0d'],
  ['image/webp', 'RIFF\x24\x00\x00\x00WEBPVP8 '],
  ['image/gif', 'GIF89a\x01\x00\x01\x00'],
];
const bytesOf = (beginning: string, length = 64): Buffer =>
  Buffer.concat([Buffer.from(beginning, 'latin1')], length);
const png = { type: 'image/png', bytes: bytesOf('\x89PNG\r\n\x1a\n') } as const;
const imageId = ids.image(1);

const why = (putting: Promise<void>): Promise<unknown> =>
  putting.then(
    () => 'kept',
    (error: unknown) => (error instanceof PictureRefused ? error.why : error),
  );

describe('pictures kept as files', () => {
  let directory = '';
  const pictures = () => localPictures(directory);
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pictures-'));
  });
  afterEach(() => rm(directory, { recursive: true }));
  const filesKept = async () =>
    (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

  it.each(beginnings)('come back as they were: %s', async (type, beginning) => {
    const picture = { type, bytes: bytesOf(beginning) };
    await pictures().put(imageId, picture);
    expect(await localPictures(directory).get(imageId)).toEqual(picture);
  });

  it('are for nobody else on the machine, and leave nothing unfinished', async () => {
    await pictures().put(imageId, png);
    const files = await filesKept();
    expect(files.map(({ name }) => name)).toEqual([imageId]);
    const { mode } = await stat(join(directory, imageId.slice(0, 2), imageId));
    expect(mode & 0o777).toBe(0o600);
  });

  it('can be put twice', async () => {
    await pictures().put(imageId, png);
    await pictures().put(imageId, png);
    expect(await filesKept()).toHaveLength(1);
  });

  it('never change', async () => {
    await pictures().put(imageId, png);
    expect(await why(pictures().put(imageId, { ...png, bytes: bytesOf('\x89PNG\r\n\x1a\n', 65) }))).toBe(
      'changed',
    );
    expect(await pictures().get(imageId)).toEqual(png);
  });

  it('have eight MiB at most', async () => {
    const beginning = '\x89PNG\r\n\x1a\n';
    const largest = { ...png, bytes: bytesOf(beginning, LARGEST_PICTURE) };
    const larger = { ...png, bytes: bytesOf(beginning, LARGEST_PICTURE + 1) };
    expect(await why(pictures().put(imageId, larger))).toBe('tooLarge');
    expect(await why(pictures().put(imageId, largest))).toBe('kept');
  });

  it.each([
    ['a page', '<!doctype html>', 'image/png'],
    ['a drawing with scripts', '<svg onload="">', 'image/png'],
    ['nothing', '', 'image/jpeg'],
    ['another kind', 'GIF89a\x01\x00\x01\x00', 'image/png'],
  ] as const)('are not %s', async (_, beginning, type) => {
    const bytes = Buffer.from(beginning, 'latin1');
    expect(await why(pictures().put(imageId, { type, bytes }))).toBe('notAPicture');
    expect(await filesKept()).toEqual([]);
  });

  it('are kept under a uuid only, so that none is kept elsewhere', async () => {
    const below = localPictures(join(directory, 'below', 'below'));
    await writeFile(join(directory, 'secret'), png.bytes);
    expect(await why(below.put('../secret', png))).toBe('noUuid');
    expect(await below.get('../secret')).toBeUndefined();
  });

  it('that were never kept are not there', async () => expect(await pictures().get(imageId)).toBeUndefined());
});
