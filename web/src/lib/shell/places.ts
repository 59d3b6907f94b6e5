import type { Me } from '#lib/contract.ts';
import type { Messages } from '#lib/messages/languages.ts';
import { hrefOf } from '#lib/queue/filters.ts';
import { viewNames, views } from '#lib/queue/views.ts';
import type { IconName } from '#lib/ui/icons.ts';
import { isStaff, mayDo } from '#lib/viewer.ts';

export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
}

/** Where one can jump to. */
export function placesOf(m: Messages, me: Me): readonly Place[] {
  const own: Place[] = [
    ...(mayDo(me, 'openTicket')
      ? [{ href: '/report', label: m.shell.newTicket, icon: 'plus' as const }]
      : []),
    { href: '/tickets', label: m.shell.myTickets, icon: 'message' },
    { href: '/profile', label: m.shell.profile, icon: 'person' },
  ];
  if (!isStaff(me)) return own;
  return [
    ...viewNames.map((name) => ({
      href: hrefOf(views[name]),
      label: `${m.queue.title}: ${m.queue.views[name]}`,
      icon: 'queue' as const,
    })),
    ...own,
    { href: '/rooms', label: m.shell.rooms, icon: 'room' },
    { href: '/categories', label: m.shell.categories, icon: 'category' },
    { href: '/people', label: m.shell.people, icon: 'people' },
  ];
}
