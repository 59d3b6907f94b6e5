export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';

export interface Picture {
  readonly type: PictureType;
  readonly bytes: Buffer;
}

/** Where pictures are kept; a picture never changes. */
export interface Pictures {
  readonly put: (imageId: string, picture: Picture) => Promise<void>;
  readonly get: (imageId: string) => Promise<Picture | undefined>;
  /** What an image is by its first bytes, whatever its sender calls it. */
  readonly typeOf: (bytes: Buffer) => PictureType | undefined;
}
