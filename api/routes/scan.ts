import { publicScan } from '#api/answers/rooms.ts';
import type { PublicScan } from '#api/contract/equipment.ts';
import { openRoute, reply, type Route, type Viewer } from '#api/http/route.ts';
import { isProblem } from '#api/problems.ts';
import type { Desk } from './desk.ts';

/** What the viewer may read of a thing in any case, whatever the settings say. */
async function readable({ reads }: Desk, viewer: Viewer, tag: string): Promise<Partial<PublicScan>> {
  const found = await reads.equipment.find(viewer, tag);
  if (!found) return {};
  const { equipmentId, name, categoryName, roomName } = found.equipment;
  const room = roomName === null ? {} : { room: roomName };
  return { known: true, equipmentId, name, category: categoryName, ...room };
}

/** What a label leads to. Where nothing of a thing is public, it looks as if there were none. */
export const scanRoutes = (desk: Desk): Route[] => [
  openRoute({
    method: 'get',
    path: '/api/scan/:tag',
    summary: 'What a scanned label is of: to those who may not read the thing, what is public of it.',
    access: { to: 'anyone' },
    before: [desk.limits.scan],
    answers: { 200: publicScan },
    handle: async ({ request, param }) => {
      const tag = param('tag');
      const viewer = await desk.identify(request);
      const [facts, { publicScan: allowed }] = await Promise.all([
        desk.reads.publicFacts(tag),
        desk.reads.settings.now(),
      ]);
      const answer: PublicScan = {
        known: Object.keys(facts).length > 0,
        ...facts,
        mayReport: allowed.mayReport,
        equipmentId: null,
        state: isProblem(viewer) ? 'signedOut' : 'signedIn',
      };
      const more = isProblem(viewer) ? {} : await readable(desk, viewer, tag);
      return reply(200, { ...answer, ...more }, { 'Cache-Control': 'no-store' });
    },
  }),
];
