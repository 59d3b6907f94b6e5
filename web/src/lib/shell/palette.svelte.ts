/** Is the palette (Ctrl-K) or the list of keys open? */
class Palette {
  open = $state(false);
  keys = $state(false);

  show(): void {
    this.open = true;
  }
}

export const palette = new Palette();
