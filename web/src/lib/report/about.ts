/** The thing that a report is about; its id is known only to those who may read it. */
export interface About {
  readonly equipmentId: string | null;
  readonly tag: string;
  readonly name: string;
  readonly roomId: string | null;
}
