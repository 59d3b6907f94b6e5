import type { Api } from '#lib/api/request.ts';
import type { CountsAnswer, EquipmentAnswer, Me, RoomRow } from '#lib/contract.ts';
import type { UserRow } from '#lib/contract.ts';
import type { Choices } from '#lib/queue/filterChoices.ts';
import type { Reader } from '#lib/reader.ts';

declare global {
  namespace App {
    interface Locals {
      readonly api: Api;
      readonly reader: Reader;
      readonly signedIn: boolean;
      /** Set-Cookie lines of the API that the browser must get. */
      readonly newCookies: string[];
    }
    interface PageData {
      readonly me?: Me | null;
      readonly reader?: Reader;
      /** Names of the custom fields of the ticket's category. */
      readonly fieldLabels?: Readonly<Record<string, string>>;
      /** Equipment that the ticket of the page names. */
      readonly things?: readonly EquipmentAnswer[];
      /** The room of the record of the page. */
      readonly room?: RoomRow | undefined;
      readonly choices?: Partial<Choices> & { readonly people?: readonly UserRow[] };
      readonly counts?: CountsAnswer | undefined;
    }
  }
}
