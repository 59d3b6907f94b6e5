export interface RoomRow {
  readonly roomId: string;
  readonly name: string;
  readonly building: string;
  readonly floor: string;
  readonly status: 'Open' | 'Closed';
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly revision: string;
  readonly position: string;
}
