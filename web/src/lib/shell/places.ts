import { reachOf, type Me } from '#lib/contract.ts';
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

export interface PlaceGroup {
  readonly label: string;
  readonly places: readonly Place[];
}

/** What stands in the navigation of the staff below the queue. */
export function placeGroups(m: Messages, me: Me): readonly PlaceGroup[] {
  const { shell } = m;
  const works = mayDo(me, 'registerEquipment');
  const onlyIf = (may: boolean, place: Place): readonly Place[] => (may ? [place] : []);
  return [
    {
      label: shell.equipmentGroup,
      places: [
        { href: '/equipment', label: shell.equipment, icon: 'device' },
        ...onlyIf(works, { href: '/scan', label: shell.scan, icon: 'scan' }),
        { href: '/stocktakes', label: shell.stocktakes, icon: 'clipboard' },
        { href: '/rooms', label: shell.rooms, icon: 'room' },
        { href: '/due', label: m.due.title, icon: 'clock' },
        ...onlyIf(works, { href: '/labels', label: shell.labels, icon: 'label' }),
        ...onlyIf(works, { href: '/imports', label: shell.imports, icon: 'upload' }),
        { href: '/batches', label: shell.batches, icon: 'batch' },
      ],
    },
    {
      label: shell.records,
      places: [
        { href: '/tickets', label: shell.myTickets, icon: 'message' },
        { href: '/my-equipment', label: shell.myEquipment, icon: 'tag' },
        { href: '/categories', label: shell.categories, icon: 'category' },
        { href: '/people', label: shell.people, icon: 'people' },
        ...onlyIf(mayDo(me, 'defineLoanTerms'), {
          href: '/settings',
          label: shell.settings,
          icon: 'settings',
        }),
        ...onlyIf(reachOf(me.user.role, 'projections') !== undefined, {
          href: '/projections',
          label: m.projections.title,
          icon: 'table',
        }),
      ],
    },
  ];
}

/** Where one can jump to. */
export function placesOf(m: Messages, me: Me): readonly Place[] {
  const own: Place[] = [
    ...(mayDo(me, 'openTicket')
      ? [{ href: '/report', label: m.shell.newTicket, icon: 'plus' as const }]
      : []),
    ...(mayDo(me, 'registerEquipment')
      ? [{ href: '/equipment/new', label: m.shell.newEquipment, icon: 'plus' as const }]
      : []),
    { href: '/profile', label: m.shell.profile, icon: 'person' },
  ];
  if (!isStaff(me))
    return [
      ...own,
      { href: '/tickets', label: m.shell.myTickets, icon: 'message' },
      { href: '/my-equipment', label: m.shell.myEquipment, icon: 'tag' },
      { href: '/scan', label: m.shell.scan, icon: 'scan' },
    ];
  return [
    ...viewNames.map((name) => ({
      href: hrefOf(views[name]),
      label: `${m.queue.title}: ${m.queue.views[name]}`,
      icon: 'queue' as const,
    })),
    ...own,
    ...placeGroups(m, me).flatMap(({ places }) => places),
  ];
}
