export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';

export interface Picture {
  readonly type: PictureType;
  readonly bytes: Buffer;
}

/** Where pictures are kept, each under a uuid that somebody else has made. A picture never changes. */
export interface Pictures {
  /** Keeps a picture as it is, for good once this is done. Throws {@link PictureRefused}. */
  readonly put: (imageId: string, picture: Picture) => Promise<void>;
  readonly get: (imageId: string) => Promise<Picture | undefined>;
}

export const LARGEST_PICTURE = 8 * 1024 * 1024;

const refusals = {
  noUuid: 'A picture is kept under a uuid.',
  notAPicture: 'This is no JPEG, PNG, WebP or GIF image of the type that it is said to be.',
  tooLarge: 'A picture can have 8 MiB.',
  changed: 'Another picture is kept under this id.',
} as const;

export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';
  readonly why: keyof typeof refusals;

  constructor(why: keyof typeof refusals) {
    super(refusals[why]);
    this.why = why;
  }
}

const signatures: readonly (readonly [type: PictureType, offset: number, bytes: string])[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/webp', 8, 'WEBP'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
];

/** What an image is by its first bytes, whatever its sender calls it. */
export function pictureType(bytes: Buffer): PictureType | undefined {
  const beginning = bytes.toString('latin1', 0, 12);
  return signatures.find(([, offset, signature]) => beginning.startsWith(signature, offset))?.[0];
}
