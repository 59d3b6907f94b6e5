import type { TicketCommandName } from '#domain/permissions.ts';
import type { Actor } from '#domain/role.ts';
import { workingAfter } from './calendar.ts';
import { demoId, type Random } from './random.ts';
import { fill, type Report } from './report.ts';
import type { Scene } from './scenes.ts';
import { as, type Step } from './step.ts';

type Extra = Pick<Step, 'after' | 'scene'>;

/** Tells the life of one ticket, step by step, each later than the one before. */
export interface Teller {
  readonly report: Report;
  readonly random: Random;
  readonly requester: Actor;
  /** Who works on it now. */
  technician: Actor;
  readonly at: () => number;
  /** Lets working time pass. */
  readonly wait: (minutes: number) => void;
  /** Lets the clock run to a moment, if that is still to come. */
  readonly until: (at: number) => void;
  readonly tell: (actor: Actor, command: TicketCommandName, input?: Step['input'], extra?: Extra) => void;
  readonly comment: (actor: Actor, text: string, visibility?: 'public' | 'internal') => void;
  readonly show: (actor: Actor, kind: 'problem' | 'after', scene: Scene) => void;
  readonly sentence: (template: string) => string;
}

const SECOND = 1_000;

export function teller(report: Report, random: Random): { tale: Teller; steps: readonly Step[] } {
  const steps: Step[] = [];
  let at = report.at;
  let images = 0;
  const tell: Teller['tell'] = (actor, command, input = {}, extra = {}) => {
    steps.push({ at, record: 'ticket', id: report.id, command, actor, input, ...extra });
    at += random.int(SECOND, 20 * SECOND);
  };
  const tale: Teller = {
    report,
    random,
    requester: as(report.requester),
    technician: as(report.technician),
    at: () => at,
    wait: (minutes) => (at = workingAfter(at, minutes)),
    until: (moment) => (at = Math.max(at, moment)),
    tell,
    comment: (actor, body, visibility = 'public') => tell(actor, 'comment', { body, visibility }),
    show: (actor, kind, scene) =>
      tell(actor, 'attachImage', { imageId: demoId(`image ${report.number}.${images++}`), kind }, { scene }),
    sentence: (template) => fill(template, report.slots),
  };
  return { tale, steps };
}
