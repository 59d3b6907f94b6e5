export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';

export interface Picture {
  readonly type: PictureType;
  readonly bytes: Buffer;
}

/** Where pictures are kept; a picture never changes. */
export interface Pictures {
  readonly put: (imageId: string, picture: Picture) => Promise<void>;
  readonly get: (imageId: string) => Promise<Picture | undefined>;
}

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** What an image is by its first bytes, whatever its sender calls it. */
export function pictureType(bytes: Buffer): PictureType | undefined {
  if (bytes.length < 12) return undefined;
  if (bytes.readUIntBE(0, 3) === 0xffd8ff) return 'image/jpeg';
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return /^GIF8[79]a$/.test(ascii(bytes, 0, 6)) ? 'image/gif' : undefined;
}
