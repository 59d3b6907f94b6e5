import type { Policy } from '#domain/ticket/rules.ts';
import { DAY } from './calendar.ts';
import { noting, working } from './chapters.ts';
import type { Report } from './report.ts';
import { DESK } from './step.ts';
import { talk } from './talk.ts';
import type { Teller } from './teller.ts';

export function rejecting({ random, technician, tell }: Teller): void {
  tell(technician, 'reject', { reason: random.pick(talk.rejected) });
}

export function cancelling(tale: Teller): void {
  tale.wait(tale.random.int(5, 120));
  tale.tell(tale.requester, 'cancel', { reason: tale.random.pick(talk.cancelled) });
}

export function merging(tale: Teller, survivor: Report): void {
  const { random, technician, tell, comment } = tale;
  tale.until(survivor.at + DAY / 24);
  tale.wait(random.int(5, 90));
  comment(technician, random.pick(talk.merged).replace('{number}', String(survivor.number)));
  tell(technician, 'merge', { into: survivor.id }, { after: survivor.id });
}

function rating({ random, requester, tell }: Teller): void {
  const score = random.weighted([
    [5, 58],
    [4, 24],
    [3, 10],
    [2, 5],
    [1, 3],
  ] as const);
  tell(requester, 'rate', { score, comment: random.pick(score > 3 ? talk.praise : talk.grumble) });
}

function resolving(tale: Teller): void {
  const { random, technician, tell, show, sentence, report } = tale;
  working(tale);
  tale.wait(random.int(3, 90));
  if (report.story.scene === 'paper' && random.chance(0.2)) show(technician, 'after', 'panel');
  tell(technician, 'resolve', { resolution: sentence(random.pick(report.story.resolutions)) });
}

function reopening(tale: Teller): void {
  const { random, requester } = tale;
  tale.wait(random.int(60, 900));
  tale.tell(requester, 'reopen', { reason: random.pick(talk.notFixed) });
  tale.wait(random.int(10, 200));
  noting(tale);
  resolving(tale);
}

/** Resolved, sometimes again, rated, and closed by the requester or by itself. */
export function ending(tale: Teller, policy: Policy): void {
  const { random, requester, tell, comment, sentence } = tale;
  resolving(tale);
  if (random.chance(0.06)) reopening(tale);
  const resolvedAt = tale.at();
  tale.wait(random.int(5, 400));
  if (random.chance(0.25)) comment(requester, sentence(random.pick(talk.thanks)));
  if (random.chance(0.42)) rating(tale);
  if (!random.chance(0.15)) {
    tale.until(resolvedAt + policy.closeAfterDays * DAY + 60_000);
    tell(DESK, 'close');
  } else tell(requester, 'close');
}
