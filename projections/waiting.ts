interface Waiter {
  readonly position: bigint;
  readonly done: (reached: boolean) => void;
}

/** Those who wait for a position. */
export class Waiting {
  #waiters: Waiter[] = [];
  #position: bigint;

  constructor(position: bigint) {
    this.#position = position;
  }

  get position(): bigint {
    return this.#position;
  }

  get any(): boolean {
    return this.#waiters.length > 0;
  }

  reach(position: bigint): void {
    this.#position = position;
    if (!this.any) return;
    const reached = this.#waiters.filter((waiter) => waiter.position <= position);
    this.#waiters = this.#waiters.filter((waiter) => waiter.position > position);
    for (const { done } of reached) done(true);
  }

  /** True once the position is reached, false after so many milliseconds. */
  for(position: bigint, ms: number): Promise<boolean> {
    if (this.#position >= position) return Promise.resolve(true);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        done: (reached) => {
          clearTimeout(timer);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        resolve(false);
      }, ms);
      this.#waiters.push(waiter);
    });
  }

  /** Nobody waits any longer. */
  end(): void {
    for (const { done } of this.#waiters) done(false);
    this.#waiters = [];
  }
}
