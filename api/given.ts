type Optional<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
type Required<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };

/** Without what is undefined, as exact optional properties want it. */
export const given = <T extends object>(all: T): Optional<T> & Required<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Optional<T> &
    Required<T>;
