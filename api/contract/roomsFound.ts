/** Does a room have every typed word somewhere in its name, building or floor? */
export function isRoomFound(
  { name, building, floor }: { readonly name: string; readonly building: string; readonly floor: string },
  typed: string,
): boolean {
  const words = `${name} ${building} ${floor}`.toLowerCase();
  const parts = typed.toLowerCase().split(/\s+/);
  return parts.every((part) => words.includes(part));
}
