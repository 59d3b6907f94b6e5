import { describe, expect, it } from 'vitest';
import type { ProjectionsAnswer, ProjectionStatus } from '#api/contract/answers.ts';
import { projections } from '#projections/all.ts';
import { en } from '../../../web/src/lib/messages/en.ts';
import { tableLines } from '../../../web/src/lib/projections/tableLines.ts';

const status = (name: string, position: string, more: Partial<ProjectionStatus> = {}): ProjectionStatus => ({
  ...{ name, position, generation: 1, version: 3, status: 'active', fault: null },
  ...more,
});
const answer = (given: readonly ProjectionStatus[], asked: readonly string[] = []): ProjectionsAnswer => ({
  ...{ projections: given, position: '100', end: '100', lag: 0, asked },
});

describe('The lines of the projections', () => {
  it('call each table in words that say which screens read it', () => {
    for (const { name } of projections) {
      const { title, read } = en.projections.table(name);
      expect(title, name).not.toBe(name);
      expect(read, name).not.toBe('');
    }
  });

  it('tell what is in use, what is behind, and what stopped where and why', () => {
    const fault = { at: '61', message: 'no such room' };
    const given = [status('rooms', '100'), status('users', '90'), status('batches', '60', { fault })];
    expect(tableLines(answer(given))).toEqual([
      expect.objectContaining({ name: 'rooms', state: 'active', lag: 0, fault: null, made: null }),
      expect.objectContaining({ name: 'users', state: 'behind', lag: 10 }),
      expect.objectContaining({ name: 'batches', state: 'faulted', lag: 40, fault: { ...fault, at: 61 } }),
    ]);
  });

  it('show the table in use while another is made beside it, and how far that one is', () => {
    const made = status('rooms', '40', { status: 'building', generation: 2 });
    expect(tableLines(answer([status('rooms', '100'), made], ['rooms']))).toEqual([
      expect.objectContaining({ state: 'building', generation: 1, position: 100, lag: 0, made: 40 }),
    ]);
  });

  it('show a table that is made for the first time, and one that waits for its turn', () => {
    const first = status('rooms', '-1', { status: 'building' });
    expect(tableLines(answer([first, status('users', '100')], ['users']))).toEqual([
      expect.objectContaining({ name: 'rooms', state: 'building', made: -1 }),
      expect.objectContaining({ name: 'users', state: 'waiting', made: null }),
    ]);
  });
});
