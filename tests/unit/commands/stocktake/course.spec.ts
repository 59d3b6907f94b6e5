import { describe, expect, it } from 'vitest';
import { cancelStocktake } from '#commands/stocktake/cancelStocktake.ts';
import { finishStocktake } from '#commands/stocktake/finishStocktake.ts';
import { leaveLine } from '#commands/stocktake/leaveLine.ts';
import { startStocktake } from '#commands/stocktake/startStocktake.ts';
import { MOST_EXPECTED } from '#domain/stocktake/rules.ts';
import { stocktake } from '#domain/stocktake/stocktake.ts';
import { given } from '#tests/support/given.ts';
import { HALL, LAB, ana, audrey, ids, kim } from '#tests/support/people.ts';
import { aRoom } from '#tests/support/records.ts';
import {
  belongings,
  cancelled,
  finished,
  left,
  scanned,
  started,
  stocktakeOf,
  undone,
} from '#tests/support/stocktakes.ts';

const id = ids.stocktake(1);
const asKim = { id, actor: kim };
const inLab = { ...asKim, told: { occupants: belongings } };
const [PRINTER, SCREEN, LAMP] = [1, 2, 3].map(ids.equipment);
const printer = scanned(1, 'PR-1', { equipmentId: PRINTER!, roomId: LAB });
const lamp = scanned(2, 'LA-3', { equipmentId: LAMP!, roomId: HALL });
const [missingPrinter, missingScreen] = belongings;

describe('starting a stock-take', () => {
  it('freezes what is there', () =>
    given(aRoom(LAB)).when(startStocktake, { roomId: LAB }, inLab).then(started()));
  it('asks what is there', () =>
    expect(
      startStocktake.asks({
        input: startStocktake.input.parse({ roomId: LAB }),
        state: stocktake.initial,
        id,
      }),
    ).toEqual({
      occupantsOf: LAB,
    }));
  it('can be of an empty room', () =>
    given(aRoom(LAB)).when(startStocktake, { roomId: LAB }, asKim).then(started([])));
  it('is done once, whatever has been put there since', () =>
    given(aRoom(LAB), stocktakeOf()).when(startStocktake, { roomId: LAB }, asKim).then());
  it('does not turn to another room', () =>
    given(aRoom(HALL), stocktakeOf()).when(startStocktake, { roomId: HALL }, asKim).refuses('AlreadyExists'));
  it('needs a room', () => given().when(startStocktake, { roomId: LAB }, asKim).refuses('NoSuchRoom'));
  it('needs a room that is open', () =>
    given(aRoom(LAB, { type: 'RoomClosed', data: {} }))
      .when(startStocktake, { roomId: LAB }, asKim)
      .refuses('NoSuchRoom'));
  it('holds no more than one event can', () => {
    const occupants = Array.from({ length: MOST_EXPECTED + 1 }, (_, n) => ({
      equipmentId: ids.equipment(n),
      tag: `T${n}`,
    }));
    const told = { ...asKim, told: { occupants } };
    given(aRoom(LAB))
      .when(startStocktake, { roomId: LAB }, told)
      .refuses('RoomTooFull', { count: 5_001, limit: 5_000 });
  });
  it.each([ana, audrey])('is for those who work equipment', (actor) =>
    given(aRoom(LAB))
      .when(startStocktake, { roomId: LAB }, { ...inLab, actor })
      .refuses('NotAllowed'),
  );
});

describe('finishing a stock-take', () => {
  it('misses all that was not scanned', () =>
    given(stocktakeOf())
      .when(finishStocktake, {}, asKim)
      .then(finished({ missing: belongings })));

  it('tells what was found elsewhere, and what nobody knows', () =>
    given(stocktakeOf(printer, lamp, scanned(3, 'Fire exit')))
      .when(finishStocktake, {}, asKim)
      .then(
        finished({
          missing: [missingScreen!],
          elsewhere: [{ equipmentId: LAMP!, tag: 'LA-3', roomId: HALL }],
          unknown: [{ scanId: ids.scan(3), text: 'Fire exit' }],
        }),
      ));

  it('counts nothing that was taken back', () =>
    given(
      stocktakeOf(
        printer,
        scanned(4, 'SC-2', { equipmentId: SCREEN!, roomId: LAB }),
        lamp,
        scanned(3, 'Fire exit'),
        undone(1),
        undone(2),
        undone(3),
      ),
    )
      .when(finishStocktake, {}, asKim)
      .then(finished({ missing: [missingPrinter!] })));

  it('knows what was registered while it ran', () =>
    given(stocktakeOf(scanned(1, 'la-3'), lamp))
      .when(finishStocktake, {}, asKim)
      .then(
        finished({ missing: belongings, elsewhere: [{ equipmentId: LAMP!, tag: 'LA-3', roomId: HALL }] }),
      ));

  it('is done once', () => given(stocktakeOf(finished())).when(finishStocktake, {}, asKim).then());
  it('is too late once it is cancelled', () =>
    given(stocktakeOf(cancelled('')))
      .when(finishStocktake, {}, asKim)
      .refuses('StocktakeOver', { status: 'Cancelled' }));
});

describe('cancelling a stock-take', () => {
  it('can say why', () =>
    given(stocktakeOf(printer))
      .when(cancelStocktake, { reason: ' Fire alarm ' }, asKim)
      .then(cancelled('Fire alarm')));
  it('need not', () => given(stocktakeOf()).when(cancelStocktake, {}, asKim).then(cancelled('')));
  it('is done once', () =>
    given(stocktakeOf(cancelled('No')))
      .when(cancelStocktake, {}, asKim)
      .then());
  it('is too late once it is finished', () =>
    given(stocktakeOf(finished()))
      .when(cancelStocktake, {}, asKim)
      .refuses('StocktakeOver', { status: 'Finished' }));
});

describe('leaving a line of the report as it is', () => {
  const ofPrinter = left({ equipmentId: PRINTER!, scanId: null, text: 'PR-1' });
  const unknown = scanned(3, 'Fire exit');
  const leave = (line: string) =>
    given(stocktakeOf(lamp, unknown, finished())).when(leaveLine, { line }, asKim);

  it('is of a thing that was expected, by its id', () => leave(PRINTER!).then(ofPrinter));
  it('is of a thing that was scanned, by its id', () =>
    leave(LAMP!).then(left({ equipmentId: LAMP!, scanId: null, text: 'LA-3' })));
  it('is of a scan of what nobody knows, by the scan’s id', () =>
    leave(ids.scan(3)).then(left({ equipmentId: null, scanId: ids.scan(3), text: 'Fire exit' })));
  it('is of nothing else', () => leave(ids.equipment(9)).refuses('NoSuchLine', { line: ids.equipment(9) }));
  it('is done once', () =>
    given(stocktakeOf(finished(), ofPrinter)).when(leaveLine, { line: PRINTER! }, asKim).then());
  it('waits for the end', () =>
    given(stocktakeOf()).when(leaveLine, { line: PRINTER! }, asKim).refuses('StocktakeRunning'));
  it('is of no report that was given up', () =>
    given(stocktakeOf(cancelled('')))
      .when(leaveLine, { line: PRINTER! }, asKim)
      .refuses('StocktakeOver', { status: 'Cancelled' }));
});

describe.each([
  ['finishing', finishStocktake],
  ['cancelling', cancelStocktake],
] as const)('%s', (_, command) => {
  it('needs a stock-take', () =>
    given()
      .when(command as typeof finishStocktake, {}, asKim)
      .refuses('NotFound'));
  it('is not for auditors', () =>
    given(stocktakeOf())
      .when(command as typeof finishStocktake, {}, { id, actor: audrey })
      .refuses('NotAllowed'));
  it('is not there for requesters', () =>
    given(stocktakeOf())
      .when(command as typeof finishStocktake, {}, { id, actor: ana })
      .refuses('NotFound'));
});
