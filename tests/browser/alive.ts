import type { BrowserContext, Page } from 'playwright-core';

/** Pages of the portal are plain HTML at first; what only works with scripts is out of reach until they are alive. */
const ALIVE = 'html[data-alive], html:not(:has(.skip-link))';

function waitFor(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    if (options?.waitUntil === undefined) await page.locator(ALIVE).waitFor({ state: 'attached' });
    return response;
  };
  page.reload = async (options) => {
    const response = await reload(options);
    await page.locator(ALIVE).waitFor({ state: 'attached' });
    return response;
  };
}

/** From now on, going to a page of the context ends once the page is alive. */
export function waitUntilAlive(context: BrowserContext): BrowserContext {
  context.on('page', waitFor);
  return context;
}
