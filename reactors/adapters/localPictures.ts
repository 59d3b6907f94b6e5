import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { imageId as idOfImage } from '#domain/ids.ts';
import { LARGEST_PICTURE, PictureRefused, pictureType, type Picture, type Pictures } from './pictures.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}

/** A file is there whole or not at all, and still there after the power fails. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const folder = dirname(file);
  const unfinished = `${file}.${randomUUID()}.new`;
  await mkdir(folder, { recursive: true });
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    await handle
      .writeFile(bytes)
      .then(() => handle.sync())
      .finally(() => handle.close());
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  await sync(folder);
  await sync(dirname(folder));
}

async function readWhole(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function check(imageId: string, { type, bytes }: Picture): void {
  if (!idOfImage.safeParse(imageId).success) throw new PictureRefused('noUuid');
  if (bytes.length > LARGEST_PICTURE) throw new PictureRefused('tooLarge');
  if (pictureType(bytes) !== type) throw new PictureRefused('notAPicture');
}

/** Keeps pictures as files, 256 folders of them, in `<directory>/<first two digits>/<image id>`. */
export function localPictures(directory: string): Pictures {
  function fileOf(imageId: string): string {
    const name = imageId.toLowerCase();
    return join(directory, name.slice(0, 2), name);
  }

  return {
    async put(imageId, picture) {
      check(imageId, picture);
      const kept = await readWhole(fileOf(imageId));
      if (kept?.equals(picture.bytes)) return;
      if (kept) throw new PictureRefused('changed');
      await writeWhole(fileOf(imageId), picture.bytes);
    },
    async get(imageId) {
      if (!idOfImage.safeParse(imageId).success) return undefined;
      const bytes = await readWhole(fileOf(imageId));
      const type = bytes && pictureType(bytes);
      return type && { type, bytes };
    },
  };
}
