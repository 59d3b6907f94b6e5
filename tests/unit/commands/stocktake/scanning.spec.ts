import { describe, expect, it } from 'vitest';
import type { Thing } from '#commands/command.ts';
import { scan } from '#commands/stocktake/scan.ts';
import { undoScan } from '#commands/stocktake/undoScan.ts';
import type { EquipmentEvent } from '#domain/equipment/events.ts';
import { stocktake } from '#domain/stocktake/stocktake.ts';
import { given } from '#tests/support/given.ts';
import { ANA, HALL, LAB, ana, audrey, ids, kim, lee } from '#tests/support/people.ts';
import { cancelled, finished, scanned, stocktakeOf, undone } from '#tests/support/stocktakes.ts';
import { aThing, thingRegistered } from '#tests/support/things.ts';

const id = ids.stocktake(1);
const asKim = { id, actor: kim };
const [PRINTER, SCREEN, LAMP, HOST] = [1, 2, 3, 4].map(ids.equipment);
const printer: Thing = { equipmentId: PRINTER!, tag: 'PR-1' };
const lamp: Thing = { equipmentId: LAMP!, tag: 'LA-3' };
const running = stocktakeOf();
const telling = (tagged: Thing) => ({ ...asKim, told: { tagged } });
const first = { scanId: ids.scan(1), text: 'PR-1' };
const expectedScan = scanned(1, 'PR-1', { equipmentId: PRINTER!, roomId: LAB });
const lampWith = (...events: EquipmentEvent[]) =>
  aThing(LAMP!, thingRegistered({ tag: 'LA-3', roomId: HALL }), ...events);

describe('a scan', () => {
  it('of what belongs here is expected', () =>
    given(running, aThing(PRINTER!)).when(scan, first, telling(printer)).then(expectedScan));

  it.each([
    ['https://desk.example/t/PR-1', 'PR-1'],
    [' http://desk.example/it/t/PR-1?from=label ', 'PR-1'],
    ['pr-1', 'pr-1'],
  ])('is of the tag, however it is written: %s', (text, tagged) => {
    const input = scan.input.parse({ ...first, text });
    expect(scan.asks({ input, state: stocktake.initial, id })).toEqual({ tagged });
    given(running, aThing(PRINTER!))
      .when(scan, { ...first, text }, telling(printer))
      .then(expectedScan);
  });

  it('of a label from before the thing was tagged anew is expected, too', () =>
    given(running)
      .when(scan, { ...first, text: 'pr-1' }, asKim)
      .then(expectedScan));

  it('of what belongs to another room tells which', () =>
    given(running, lampWith())
      .when(scan, { ...first, text: 'la-3' }, telling(lamp))
      .then(scanned(1, 'LA-3', { equipmentId: LAMP!, roomId: HALL })));

  const toAna = {
    type: 'EquipmentCheckedOut',
    data: {
      to: { kind: 'person', userId: ANA },
      dueOn: null,
      condition: 'good',
      note: '',
      toBeAccepted: false,
    },
  } as const satisfies EquipmentEvent;
  const toLab = { ...toAna, data: { ...toAna.data, to: { kind: 'room', roomId: LAB } } } as const;
  const missing: EquipmentEvent = { type: 'ReportedMissing', data: { note: '' } };
  const inRepair: EquipmentEvent = { type: 'RepairStarted', data: { ticketId: null, vendor: '', note: '' } };
  const retired: EquipmentEvent = { type: 'EquipmentRetired', data: { reason: 'Old', batchId: null } };
  const disposed: EquipmentEvent = { type: 'EquipmentDisposed', data: { method: 'sold', note: '' } };

  it.each([
    ['a person has', [toAna], null],
    ['was lent to a room', [toLab], LAB],
    ['is missing', [missing], null],
    ['is in repair', [inRepair], HALL],
    ['is retired', [retired], HALL],
    ['was disposed of', [retired, disposed], null],
  ] as const)('of what %s tells where it should be', (_, events, roomId) =>
    given(running, lampWith(...events))
      .when(scan, { ...first, text: 'LA-3' }, telling(lamp))
      .then(scanned(1, 'LA-3', { equipmentId: LAMP!, roomId })),
  );

  it('of a component tells where its host is', () =>
    given(
      running,
      lampWith({ type: 'ComponentFitted', data: { hostId: HOST! } }),
      aThing(HOST!, thingRegistered({ tag: 'PC-4', roomId: LAB })),
    )
      .when(scan, { ...first, text: 'LA-3' }, telling(lamp))
      .then(scanned(1, 'LA-3', { equipmentId: LAMP!, roomId: LAB })));

  it('of anything else is of nothing that is known', () =>
    given(running)
      .when(scan, { ...first, text: 'Fire exit' }, asKim)
      .then(scanned(1, 'Fire exit')));

  it('of what only a batch registered that was taken back is not known', () => {
    const batchId = ids.batch(1);
    const withdrawn = aThing(LAMP!, thingRegistered({ tag: 'LA-3', batchId }), {
      type: 'BatchChangeTakenBack',
      data: { batchId },
    });
    given(running, withdrawn)
      .when(scan, { ...first, text: 'LA-3' }, telling(lamp))
      .then(scanned(1, 'LA-3'));
  });
});

describe('what is scanned more than once', () => {
  it.each([
    ['the same scan', first],
    ['the same scan, of whatever', { ...first, text: 'LA-3' }],
    ['the same thing', { ...first, scanId: ids.scan(2) }],
  ])('counts once: %s', (_, again) =>
    given(stocktakeOf(expectedScan), aThing(PRINTER!), lampWith())
      .when(scan, again, { id, actor: lee, told: { tagged: again.text === 'PR-1' ? printer : lamp } })
      .then(),
  );

  it('counts once where nobody knows it', () =>
    given(stocktakeOf(scanned(1, 'Fire exit')))
      .when(scan, { scanId: ids.scan(2), text: 'FIRE EXIT' }, asKim)
      .then());

  it('is heard again once it is registered', () =>
    given(stocktakeOf(scanned(1, 'LA-3')), lampWith())
      .when(scan, { scanId: ids.scan(2), text: 'LA-3' }, telling(lamp))
      .then(scanned(2, 'LA-3', { equipmentId: LAMP!, roomId: HALL })));

  it('counts again when it had been taken back', () =>
    given(stocktakeOf(expectedScan, undone(1)), aThing(PRINTER!))
      .when(scan, { ...first, scanId: ids.scan(2) }, telling(printer))
      .then(scanned(2, 'PR-1', { equipmentId: PRINTER!, roomId: LAB })));

  it('stays taken back when the same scan is only sent again', () =>
    given(stocktakeOf(expectedScan, undone(1)), aThing(PRINTER!))
      .when(scan, first, telling(printer))
      .then());
});

describe('taking a scan back', () => {
  const back = { scanId: ids.scan(1) };

  it('is possible for anybody who scans', () =>
    given(stocktakeOf(expectedScan)).when(undoScan, back, { id, actor: lee }).then(undone(1)));
  it('is done once', () =>
    given(stocktakeOf(expectedScan, undone(1)))
      .when(undoScan, back, asKim)
      .then());
  it('needs a scan', () => given(running).when(undoScan, back, asKim).refuses('NoSuchScan', back));
});

describe('a stock-take that is over', () => {
  it.each([
    ['Finished', finished()],
    ['Cancelled', cancelled('')],
  ])('takes no scan, and none back: %s', (status, end) => {
    const over = stocktakeOf(scanned(2, 'SC-2', { equipmentId: SCREEN!, roomId: LAB }), end);
    given(over, aThing(PRINTER!)).when(scan, first, telling(printer)).refuses('StocktakeOver', { status });
    given(over)
      .when(undoScan, { scanId: ids.scan(2) }, asKim)
      .refuses('StocktakeOver', { status });
  });

  const earlier = { ...asKim, occurredAt: '2026-03-02T09:59:59Z' };
  it('still takes what was scanned, and taken back, before it was finished', () => {
    const over = stocktakeOf(scanned(2, 'SC-2', { equipmentId: SCREEN!, roomId: LAB }), finished());
    given(over, aThing(PRINTER!))
      .when(scan, first, { ...earlier, told: { tagged: printer } })
      .then(expectedScan);
    given(over)
      .when(undoScan, { scanId: ids.scan(2) }, earlier)
      .then(undone(2));
  });
  it('takes nothing at all once it is cancelled', () =>
    given(stocktakeOf(cancelled('')), aThing(PRINTER!))
      .when(scan, first, { ...earlier, told: { tagged: printer } })
      .refuses('StocktakeOver', { status: 'Cancelled' }));

  it('still knows the scans that it has', () =>
    given(stocktakeOf(expectedScan, finished()), aThing(PRINTER!))
      .when(scan, first, telling(printer))
      .then());
});

describe('scanning', () => {
  it('is for those who work equipment', () => {
    given(running, aThing(PRINTER!)).when(scan, first, { id, actor: audrey }).refuses('NotAllowed');
    given(running, aThing(PRINTER!)).when(scan, first, { id, actor: ana }).refuses('NotFound');
    given(stocktakeOf(expectedScan))
      .when(undoScan, { scanId: ids.scan(1) }, { id, actor: audrey })
      .refuses('NotAllowed');
  });
  it('needs a stock-take', () => given().when(scan, first, asKim).refuses('NotFound'));
});
