const OVERSCAN = 12;
const PAUSE_MS = 4_000;
/** Rows that the server renders, before the height of the screen is known. */
const FIRST = 50;

/** The stretch of a long list that is drawn, for rows of one height. */
export class Window {
  element = $state.raw<HTMLElement | undefined>(undefined);
  #top = $state(0);
  #height = $state(0);
  #row = $state(40);
  #hovered = false;
  #usedAt = 0;
  readonly #length: () => number;

  constructor(length: () => number) {
    this.#length = length;
  }

  readonly from = $derived.by(() => (this.#height === 0 ? 0 : Math.max(0, this.#first - OVERSCAN)));
  readonly to = $derived.by(() => {
    const drawn = this.#height === 0 ? FIRST : this.#first + Math.ceil(this.#height / this.#row) + OVERSCAN;
    return Math.min(this.#length(), drawn);
  });
  readonly before = $derived.by(() => this.from * this.#row);
  readonly after = $derived.by(() => (this.#length() - this.to) * this.#row);

  get #first(): number {
    return Math.max(0, Math.min(Math.floor(this.#top / this.#row), this.#length() - 1));
  }
  get isAtTop(): boolean {
    return this.#top <= 1;
  }
  /** Is a pointer over the list, or was it touched a moment ago? */
  get isPointed(): boolean {
    return this.#hovered || Date.now() - this.#usedAt < PAUSE_MS;
  }

  /** Follows the scrolling and the size of an element. */
  readonly attach = (element: HTMLElement): (() => void) => {
    this.element = element;
    const measure = () => {
      this.#height = element.clientHeight;
      const name = element.clientWidth < 640 ? '--row-card' : '--row';
      this.#row = Number.parseFloat(getComputedStyle(element).getPropertyValue(name)) || this.#row;
    };
    const scrolled = () => (this.#top = element.scrollTop);
    const pointed = (event: PointerEvent) => {
      if (event.pointerType === 'mouse') this.#hovered = event.type === 'pointerenter';
      else this.#usedAt = Date.now();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    element.addEventListener('scroll', scrolled, { passive: true });
    element.addEventListener('pointerenter', pointed);
    element.addEventListener('pointerleave', pointed);
    return () => observer.disconnect();
  };

  toTop(): void {
    this.element?.scrollTo({ top: 0 });
  }

  /** Scrolls just so far that a row is in sight, below the head. */
  reveal(index: number): void {
    const { element } = this;
    if (!element) return;
    const head = element.querySelector<HTMLElement>('.line-head')?.offsetHeight ?? 0;
    const top = index * this.#row;
    const bottom = top + this.#row + head;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + this.#height) element.scrollTop = bottom - this.#height;
    this.#top = element.scrollTop;
  }
}
