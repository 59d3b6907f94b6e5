import type { CommandName, EquipmentImageKind, ImageKind } from '#lib/contract.ts';

export type Kind = ImageKind | EquipmentImageKind;

/** The pictures of a record: what kinds there are, how they are called, and the commands about them. */
export interface Pictures {
  readonly images: readonly { readonly imageId: string; readonly kind: Kind }[];
  readonly kinds: readonly Kind[];
  readonly names: Readonly<Record<string, string>>;
  readonly attach: CommandName;
  readonly remove: CommandName;
}
