import { MINUTE, workingAfter } from './calendar.ts';
import type { DemoThing } from './inventory.ts';
import type { DemoPerson } from './people.ts';
import { as, type Step } from './step.ts';

/** Tells the life of one thing; each step later than the one before. */
export class Life {
  readonly steps: Step[] = [];
  readonly #thing: DemoThing;
  readonly #technician: DemoPerson;
  at: number;

  constructor(thing: DemoThing, technician: DemoPerson, at: number) {
    this.#thing = thing;
    this.#technician = technician;
    this.at = at;
  }

  tell(
    command: Extract<Step, { record: 'equipment' }>['command'],
    input: Step['input'] = {},
    by: DemoPerson = this.#technician,
  ): void {
    const { id } = this.#thing;
    this.steps.push({ at: this.at, record: 'equipment', id, command, actor: as(by), input });
    this.at += MINUTE;
  }

  wait(minutes: number): void {
    this.at = workingAfter(this.at, minutes);
  }

  until(at: number): void {
    this.at = Math.max(this.at, at);
  }
}
