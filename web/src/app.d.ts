import type { Api } from '#lib/api/request.ts';
import type { CountsAnswer, Me } from '#lib/contract.ts';
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
      readonly counts?: CountsAnswer | undefined;
    }
  }
}
