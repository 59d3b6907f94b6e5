import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

export type Who = keyof Stage['people'] | 'nobody';

/** A screen, who opens it, and what is done there before it is looked at. */
export interface Screen {
  readonly name: string;
  readonly who: Who;
  readonly path: string;
  readonly then?: (page: Page) => Promise<void>;
}

export const openDialog = async (page: Page): Promise<void> => page.getByRole('dialog').waitFor();

/** Opens a dialog by these keys. */
export const pressing =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
    await openDialog(page);
  };
