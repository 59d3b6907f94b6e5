import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { findChromium, required } from '#tests/setup/needs.ts';
import { credentials, everybody, pictures, subjectsOf, type Picture, type Who } from './list.ts';

const HELP = `node tests/browser/screens/take.ts <directory> [origin]

Takes a picture of every screen of a running demo (npm run demo), in light and dark, on a phone and a desktop.`;

const looks = ['light', 'dark'] as const;
const sizes: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};

async function signedIn(browser: Browser, who: Picture['who'], options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  if (who === 'nobody') return context;
  const answer = await context.request.post('/api/auth/login', { data: credentials(who) });
  if (!answer.ok()) throw new Error(`The ${who} could not sign in: ${answer.status()}`);
  return context;
}

async function take(
  context: BrowserContext,
  path: string,
  then: Picture['then'],
  file: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await then?.(page);
  await page.screenshot({ path: file, animations: 'disabled' });
  await page.close();
}

async function main(directory: string, origin: string): Promise<void> {
  const executablePath = required(findChromium, 'Chromium');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const common: BrowserContextOptions = { baseURL: origin, locale: 'en-GB', timezoneId: 'Europe/London' };
  const askers = new Map<Who, BrowserContext>();
  const get = async (who: Who, path: string): Promise<unknown> => {
    const context = askers.get(who) ?? (await signedIn(browser, who, common));
    askers.set(who, context);
    return (await context.request.get(`/api${path}`)).json();
  };
  try {
    const subjects = await subjectsOf(get);
    for (const look of looks)
      for (const [size, options] of Object.entries(sizes)) {
        const folder = join(directory, `${size}-${look}`);
        mkdirSync(folder, { recursive: true });
        for (const who of everybody) {
          const context = await signedIn(browser, who, { ...common, ...options, colorScheme: look });
          for (const picture of pictures.filter((it) => it.who === who))
            await take(context, picture.path(subjects), picture.then, join(folder, `${picture.name}.png`));
          await context.close();
        }
      }
  } finally {
    await browser.close();
  }
}

const [directory, origin = 'http://127.0.0.1:3000'] = process.argv.slice(2);
if (directory === undefined) console.log(HELP);
else await main(directory, origin);
