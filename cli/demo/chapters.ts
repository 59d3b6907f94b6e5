import { categories } from './categories.ts';
import { people, technicians } from './people.ts';
import { as, DESK } from './step.ts';
import { talk } from './talk.ts';
import type { Teller } from './teller.ts';

/** The parts that the life of a ticket is told in. */
const others = people.filter(({ role }) => role === 'requester');
const at = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

export function opening({ report, requester, tell, show, random }: Teller, filed = true): void {
  const { story, room, title, description, urgency, channel } = report;
  const category = filed ? { categoryId: categories[story.category].id, fields: fieldsOf(report) } : {};
  const forRequester = channel === 'technician';
  tell(forRequester ? as(report.technician) : requester, 'openTicket', {
    ...{ title, description, urgency, channel, roomId: room.id, ...category },
    ...(forRequester ? { requesterId: report.requester.id } : {}),
  });
  if (story.scene && random.chance(0.5))
    for (let n = random.int(1, 2); n > 0; n--) show(requester, 'problem', story.scene);
}

function fieldsOf({ story, slots }: Teller['report']): Record<string, string> {
  const values = Object.entries(story.fields ?? {});
  return Object.fromEntries(
    values.map(([key, value]) => [key, value.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '')]),
  );
}

export function filing({ report, technician, tell }: Teller): void {
  tell(technician, 'categorise', {
    categoryId: categories[report.story.category].id,
    fields: fieldsOf(report),
  });
}

export function taking(tale: Teller): void {
  const { random, tell, comment, report } = tale;
  const first: Record<string, number> = { low: 480, normal: 200, high: 45, critical: 8 };
  tale.wait(random.int(2, first[report.urgency] ?? 60));
  if (random.chance(0.12)) tale.wait(random.int(300, 2_400));
  if (random.chance(0.2))
    tell(as(at(people, random.int(0, 1))), 'assign', { assigneeId: report.technician.id });
  else tell(tale.technician, 'accept');
  if (random.chance(0.55)) comment(tale.technician, random.pick(talk.taking));
  if (random.chance(0.12))
    tell(tale.technician, 'prioritise', { priority: random.pick(['low', 'normal', 'high', 'urgent']) });
  for (const tag of report.story.tags) if (random.chance(0.5)) tell(tale.technician, 'tag', { tag });
}

export function asking(tale: Teller): void {
  const { random, comment, sentence } = tale;
  const [question, answer] = random.pick(tale.report.story.exchanges);
  tale.wait(random.int(5, 60));
  comment(tale.technician, sentence(question));
  tale.wait(random.int(8, 300));
  comment(tale.requester, sentence(answer));
}

export function noting({ random, technician, comment, sentence, report }: Teller): void {
  comment(technician, sentence(random.pick(report.story.notes)), 'internal');
}

export function checking(tale: Teller): void {
  const { random, technician, tell, report } = tale;
  const items = report.story.checklist ?? [];
  const idOf = (n: number): string => `${report.id.slice(0, -2)}${String(10 + n)}`;
  items.forEach((text, n) => tell(technician, 'addChecklistItem', { text, itemId: idOf(n) }));
  for (const n of items.keys()) {
    tale.wait(random.int(2, 25));
    if (random.chance(0.92)) tell(technician, 'tickChecklistItem', { itemId: idOf(n) });
  }
}

export function waiting(tale: Teller): void {
  const { random, tell, comment, sentence, report } = tale;
  const reason = sentence(random.pick(report.story.holds));
  const days = random.int(2, 12);
  const until = random.chance(0.7) ? tale.at() + days * 86_400_000 : null;
  tell(tale.technician, 'putOnHold', { reason, until: until && new Date(until).toISOString() });
  if (random.chance(0.3)) tell(tale.technician, 'tag', { tag: random.pick(talk.slowTags) });
  if (random.chance(0.35)) {
    tale.wait(random.int(60, 500));
    comment(tale.requester, random.pick(talk.chasing));
    comment(tale.technician, random.pick(talk.answeringChase));
  } else if (until === null) {
    tale.wait(days * 240);
    tell(tale.technician, 'resume');
  } else {
    tale.until(until + 1_000);
    tell(DESK, 'resume');
  }
}

export function passing(tale: Teller): void {
  const { random, tell, comment, report } = tale;
  const next = at(
    technicians,
    technicians.indexOf(report.technician) + random.int(1, technicians.length - 1),
  );
  comment(
    tale.technician,
    random.pick(talk.passing).replace('{technician}', next.name.split(' ')[0] ?? ''),
    'internal',
  );
  tell(tale.technician, 'assign', { assigneeId: next.id });
  tale.technician = as(next);
}

export function watching({ random, tell, technician }: Teller): void {
  tell(technician, 'watch', { userId: at(others, random.int(0, others.length - 1)).id });
}

/** Other things come first. */
export function queueing(tale: Teller): void {
  const longest: Record<string, number> = { low: 9_000, normal: 4_800, high: 900, critical: 120 };
  tale.wait(tale.random.int(60, longest[tale.report.urgency] ?? 600));
}

/** It turns out to be larger than it looked. */
export function lingering(tale: Teller): void {
  tale.wait(tale.random.int(3_000, 16_000));
  tale.comment(tale.requester, tale.random.pick(talk.chasing));
  tale.comment(tale.technician, tale.random.pick(talk.answeringChase));
  tale.wait(tale.random.int(60, 3_000));
}

export function working(tale: Teller): void {
  const { random, tell, report } = tale;
  const [from, to] = report.story.minutes;
  for (
    let n = random.weighted([
      [0, 15],
      [1, 60],
      [2, 25],
    ] as const);
    n > 0;
    n--
  ) {
    const minutes = random.int(from, to);
    tale.wait(minutes);
    tell(tale.technician, 'logWork', { minutes, note: random.chance(0.6) ? random.pick(talk.worked) : '' });
  }
}
