import { describe, expect, it } from 'vitest';
import type { Problem } from '#api/contract/problem.ts';
import { common } from '../../../web/src/lib/messages/en/common.ts';

const refused = (more: Partial<Problem>): Problem => ({
  type: '/problems/rejected',
  title: 'Refused',
  status: 409,
  detail: 'There is still something in this room.',
  rejection: 'RoomOccupied',
  ...more,
});

describe('A refusal in words', () => {
  it('names what is in the way', () =>
    expect(common.problem(refused({ facts: { count: 2, tags: 'PR-1, PR-2' } }))).toContain(': PR-1, PR-2.'));
  it('says how many there are beside those that it names', () =>
    expect(common.problem(refused({ facts: { count: 40, tags: 'PR-1, PR-2' } }))).toContain(
      'PR-1, PR-2 and 38 more',
    ));
  it('names all fitted components', () =>
    expect(common.problem(refused({ rejection: 'HasComponents', facts: { tags: 'PR-3' } }))).toContain(
      'PR-3',
    ));
  it('is the API’s own sentence where nothing is named', () =>
    expect(common.problem(refused({ facts: {} }))).toBe('There is still something in this room.'));
});
