import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Runner } from '#commands/run.ts';
import type { Policy } from '#domain/ticket/rules.ts';
import { PASSWORD, signIns } from './people.ts';
import { perform } from './perform.ts';
import { plan, SIX_MONTHS, type Scale } from './plan.ts';
import { seeded } from './random.ts';
import { picture } from './scenes.ts';
import type { Step } from './step.ts';

export interface DemoDeps {
  /** Where the demo keeps its own note of what it has made; the same as the data directory. */
  readonly directory: string;
  readonly runner: Runner;
  readonly policy: Policy;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly setPassword: (userId: string, password: string) => Promise<void>;
  /** Keeps a PNG picture under the id that an `attachImage` names. */
  readonly savePicture: (imageId: string, png: Buffer) => Promise<void>;
  readonly log: (line: string) => void;
  readonly scale?: Scale;
}

export interface DemoSignIn {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** `at` is the moment up to which the demo tells; kept, so that a demo that was broken off goes on as planned. */
const note = z.object({ at: z.number(), position: z.string().nullable() });
const PICTURES_A_SCENE = 4;

function readNote(file: string, now: number): z.infer<typeof note> {
  return existsSync(file) ? note.parse(JSON.parse(readFileSync(file, 'utf8'))) : { at: now, position: null };
}

function writeNote(file: string, content: z.infer<typeof note>): void {
  writeFileSync(`${file}.new`, JSON.stringify(content));
  renameSync(`${file}.new`, file);
}

async function savePictures(steps: readonly Step[], save: DemoDeps['savePicture']): Promise<void> {
  const random = seeded(1);
  const drawn = new Map<string, Buffer>();
  for (const { scene, input } of steps) {
    if (!scene) continue;
    const name = `${scene} ${random.int(1, PICTURES_A_SCENE)}`;
    const png = drawn.get(name) ?? picture(scene, random);
    drawn.set(name, png);
    await save(String(input['imageId']), png);
  }
}

/**
 * Fills an empty data directory with an organisation and six months of its tickets, by the commands that people
 * give; where that has been done it does nothing. Returns who can sign in and the last position in the journal.
 */
export async function runDemo(deps: DemoDeps): Promise<{ signIns: DemoSignIn[]; position: bigint }> {
  mkdirSync(deps.directory, { recursive: true });
  const file = join(deps.directory, 'demo.json');
  const { at, position } = readNote(file, deps.now());
  const who = signIns.map(({ name, role, email }) => ({ name, role, email, password: PASSWORD }));
  if (position !== null) return { signIns: who, position: BigInt(position) };
  writeNote(file, { at, position: null });
  const steps = plan(at, deps.policy, deps.scale ?? SIX_MONTHS);
  deps.log(`Making the demo: ${steps.length} commands of six months. This takes a minute, once.`);
  await savePictures(steps, deps.savePicture);
  const last = await perform(steps, deps.runner);
  await Promise.all(signIns.map(({ id }) => deps.setPassword(id, PASSWORD)));
  writeNote(file, { at, position: String(last) });
  return { signIns: who, position: last };
}
