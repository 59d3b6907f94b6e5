import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelUrl, tagOf } from '#domain/equipment/label.ts';
import { tag } from '#domain/equipment/words.ts';

const tags = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('/', '.', '_', 'A', '7'),
    ),
  })
  .filter((text) => tag.safeParse(text).data === text);
const portals = fc.constantFrom('https://desk.example', 'http://10.0.0.7:8080', 'https://it.example/desk/de');
const anything = fc
  .oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  )
  .filter((text) => !/\/t\//i.test(text));

describe('the code on a label', () => {
  it('leads back to the tag, whatever the tag and wherever the portal is', () =>
    fc.assert(
      fc.property(portals, tags, (portal, given) => {
        expect(tagOf(labelUrl(portal, given))).toBe(given);
      }),
    ));

  it('is a URL', () =>
    fc.assert(
      fc.property(portals, tags, (portal, given) => {
        expect(URL.canParse(labelUrl(portal, given))).toBe(true);
      }),
    ));
});

describe('what is scanned', () => {
  it.each([
    ['PR-1', 'PR-1'],
    ['  PR-1\n', 'PR-1'],
    ['https://desk.example/t/PR-1', 'PR-1'],
    ['HTTPS://DESK.EXAMPLE/T/PR-1', 'PR-1'],
    ['https://desk.example/t/PR-1/', 'PR-1'],
    ['https://desk.example/t/PR-1?from=label#top', 'PR-1'],
    ['https://desk.example/it/t/PR%2F1', 'PR/1'],
    ['https://desk.example/t/PR/1', 'PR/1'],
    ['https://desk.example/t/%C3%84-1', 'Ä-1'],
    ['https://desk.example/t/%E0%A4%A', '%E0%A4%A'],
    ['https://desk.example/t/', 'https://desk.example/t/'],
    ['https://desk.example/equipment?back=/t/PR-1', 'https://desk.example/equipment?back=/t/PR-1'],
    ['WIFI:S:guests;;', 'WIFI:S:guests;;'],
  ])('%j means the tag %j', (scanned, meant) => expect(tagOf(scanned)).toBe(meant));

  it('means itself where it is no label', () =>
    fc.assert(
      fc.property(anything, (scanned) => {
        expect(tagOf(scanned)).toBe(scanned.trim());
      }),
    ));

  it('can be any URL that ends like a label', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (tail) => {
        expect(() => tagOf(`https://desk.example/t/${tail}`)).not.toThrow();
      }),
    ));
});
