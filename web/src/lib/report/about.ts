import type { Api } from '#lib/api/request.ts';
import type { EquipmentAnswer, PublicScan } from '#lib/contract.ts';

/** The thing that a report is about; its id is known only to those who may read it. */
export interface About {
  readonly equipmentId: string | null;
  readonly tag: string;
  readonly name: string;
  readonly roomId: string | null;
}

/** What may be known of the thing with this tag or id; null: nothing. */
export async function aboutThing(api: Api, tagOrId: string): Promise<About | null> {
  const path = encodeURIComponent(tagOrId);
  const answer = await api.get<EquipmentAnswer>(`/equipment/${path}`);
  if (answer.ok) {
    const { equipmentId, tag, name, roomId } = answer.value.equipment;
    return { equipmentId, tag, name, roomId };
  }
  const scan = await api.get<PublicScan>(`/scan/${path}`);
  if (!scan.ok) return null;
  return { equipmentId: null, tag: tagOrId, name: scan.value.name ?? '', roomId: null };
}

/** One line for the words of a report, where the thing itself cannot be named by its id. */
export const lineOf = ({ tag, name }: Pick<About, 'tag' | 'name'>): string =>
  name === '' ? tag : `${name} (${tag})`;
