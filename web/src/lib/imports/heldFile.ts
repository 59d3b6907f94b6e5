let held: File | undefined;

/** Keeps the file that was checked last, so that it need not be chosen again to be checked in another way. */
export function holdFile(file: File | null | undefined): void {
  held = file && file.size > 0 ? file : undefined;
}

export const heldFile = (name: string): File | undefined => (held?.name === name ? held : undefined);

export function putFile(input: HTMLInputElement, file: File): void {
  const carried = new DataTransfer();
  carried.items.add(file);
  input.files = carried.files;
}
