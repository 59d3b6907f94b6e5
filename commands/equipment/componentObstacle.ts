import { refuse, type Rejection } from '#domain/rejection.ts';
import type { Told } from '../command.ts';

/** Nothing that has components ends, or becomes one. */
export const componentObstacle = ({ components }: Told): Rejection | null =>
  components.length > 0
    ? refuse('HasComponents', { tags: components.map(({ tag }) => tag).join(', ') })
    : null;
