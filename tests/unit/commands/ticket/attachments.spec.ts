import { describe, expect, it } from 'vitest';
import { addChecklistItem } from '#commands/ticket/addChecklistItem.ts';
import { attachImage } from '#commands/ticket/attachImage.ts';
import { logWork } from '#commands/ticket/logWork.ts';
import { removeChecklistItem } from '#commands/ticket/removeChecklistItem.ts';
import { removeImage } from '#commands/ticket/removeImage.ts';
import { tickChecklistItem } from '#commands/ticket/tickChecklistItem.ts';
import { untickChecklistItem } from '#commands/ticket/untickChecklistItem.ts';
import { unwatch } from '#commands/ticket/unwatch.ts';
import { watch } from '#commands/ticket/watch.ts';
import { checklistItemId } from '#domain/ids.ts';
import type { TicketEvent } from '#domain/ticket/events.ts';
import { given } from '#tests/support/given.ts';
import { ANA, BEN, LEE, ana, ben, ids, kim, lee } from '#tests/support/people.ts';
import { aUser, by, closed, desk, resolved, ticketWith } from '#tests/support/records.ts';

const actor = kim;
const imageId = ids.image(1);
const attached = (n: number, kind: 'problem' | 'before' = 'problem'): TicketEvent => ({
  type: 'ImageAttached',
  data: { imageId: ids.image(n), kind },
});
const fourImages = ticketWith(...[1, 2, 3, 4].map((n) => by(attached(n), ANA)));

describe('images', () => {
  it('show the problem unless said otherwise', () =>
    given(ticketWith()).when(attachImage, { imageId }, { actor: ana }).then(attached(1)));

  it('of a problem are four at most', () =>
    given(fourImages)
      .when(attachImage, { imageId: ids.image(5) }, { actor: ana })
      .refuses('TooManyImages', { kind: 'problem', limit: 4 }));

  it('of the work come on top of those of the problem', () =>
    given(fourImages)
      .when(attachImage, { imageId: ids.image(5), kind: 'before' }, { actor })
      .then(attached(5, 'before')));

  it('of the work are not from requesters', () =>
    given(ticketWith()).when(attachImage, { imageId, kind: 'after' }, { actor: ana }).refuses('NotAllowed'));

  it('are attached once', () => given(fourImages).when(attachImage, { imageId }, { actor: ana }).then());

  it('are taken off by those who attached them', () =>
    given(fourImages)
      .when(removeImage, { imageId }, { actor: ana })
      .then({ type: 'ImageRemoved', data: { imageId } }));

  it('of others are not taken off by requesters', () =>
    given(ticketWith(attached(1)))
      .when(removeImage, { imageId }, { actor: ana })
      .refuses('NotAllowed'));

  it('of others are taken off by staff, even when the ticket is closed', () =>
    given(ticketWith(by(attached(1), ANA), resolved, closed))
      .when(removeImage, { imageId }, { actor })
      .then({ type: 'ImageRemoved', data: { imageId } }));

  it('that are not there need not be taken off', () =>
    given(ticketWith()).when(removeImage, { imageId }, { actor }).then());
});

describe('the checklist', () => {
  const itemId = ids.item(1);
  const added: TicketEvent = { type: 'ChecklistItemAdded', data: { itemId, text: 'Fill up' } };
  const ticked: TicketEvent = { type: 'ChecklistItemTicked', data: { itemId } };
  const unticked: TicketEvent = { type: 'ChecklistItemUnticked', data: { itemId } };
  const removed: TicketEvent = { type: 'ChecklistItemRemoved', data: { itemId } };
  const listed = ticketWith(added);

  it('grows', () =>
    given(ticketWith()).when(addChecklistItem, { text: 'Fill up', itemId }, { actor }).then(added));
  it('grows once', () => given(listed).when(addChecklistItem, { text: 'Fill up', itemId }, { actor }).then());
  it('keeps what an id stands for', () =>
    given(listed).when(addChecklistItem, { text: 'Empty', itemId }, { actor }).refuses('AlreadyExists'));
  it('takes an id from the command where the client has made none', () =>
    given(ticketWith())
      .when(addChecklistItem, { text: 'Fill up' }, { actor })
      .then({
        type: 'ChecklistItemAdded',
        data: { itemId: checklistItemId.parse(ids.comment(0x90)), text: 'Fill up' },
      }));
  it('is ticked', () => given(listed).when(tickChecklistItem, { itemId }, { actor }).then(ticked));
  it('is ticked once', () =>
    given(ticketWith(added, ticked)).when(tickChecklistItem, { itemId }, { actor }).then());
  it('is unticked', () =>
    given(ticketWith(added, ticked)).when(untickChecklistItem, { itemId }, { actor }).then(unticked));
  it('is unticked once', () => given(listed).when(untickChecklistItem, { itemId }, { actor }).then());
  it('shrinks', () => given(listed).when(removeChecklistItem, { itemId }, { actor }).then(removed));
  it('shrinks once', () => given(ticketWith()).when(removeChecklistItem, { itemId }, { actor }).then());
  it.each([tickChecklistItem, untickChecklistItem])('needs an item', (command) =>
    given(ticketWith()).when(command, { itemId }, { actor }).refuses('NoSuchItem', { itemId }),
  );
});

describe('watching', () => {
  const watched: TicketEvent = { type: 'WatcherAdded', data: { userId: LEE } };
  const benWatches: TicketEvent = { type: 'WatcherAdded', data: { userId: BEN } };
  const benLeft: TicketEvent = { type: 'WatcherRemoved', data: { userId: BEN } };

  it('is for oneself', () =>
    given(...desk, ticketWith())
      .when(watch, {}, { actor: lee })
      .then(watched));
  it('is for whom staff names', () =>
    given(...desk, ticketWith())
      .when(watch, { userId: BEN }, { actor })
      .then(benWatches));
  it('is said once', () =>
    given(...desk, ticketWith(watched))
      .when(watch, {}, { actor: lee })
      .then());
  it('is nothing new for the requester', () =>
    given(...desk, ticketWith())
      .when(watch, {}, { actor: ana })
      .then());
  it('is not for whom a requester names', () =>
    given(...desk, ticketWith())
      .when(watch, { userId: BEN }, { actor: ana })
      .refuses('NotAllowed'));
  it('needs an active account', () =>
    given(aUser(BEN, 'requester', { type: 'UserDeactivated', data: {} }), ticketWith())
      .when(watch, { userId: BEN }, { actor })
      .refuses('NoSuchUser'));
  it('ends', () => given(ticketWith(benWatches)).when(unwatch, {}, { actor: ben }).then(benLeft));
  it('of others is ended by staff', () =>
    given(ticketWith(benWatches)).when(unwatch, { userId: BEN }, { actor }).then(benLeft));
  it('of others is not ended by requesters', () =>
    given(ticketWith(benWatches)).when(unwatch, { userId: BEN }, { actor: ana }).refuses('NotAllowed'));
  it('ends once', () => given(ticketWith()).when(unwatch, {}, { actor: lee }).then());
});

describe('logging work', () => {
  it('keeps minutes and a note', () =>
    given(ticketWith())
      .when(logWork, { minutes: 15, note: 'Filled up' }, { actor })
      .then({ type: 'WorkLogged', data: { minutes: 15, note: 'Filled up' } }));

  it('is possible once the ticket is closed', () =>
    given(ticketWith(resolved, closed))
      .when(logWork, { minutes: 15 }, { actor })
      .then({ type: 'WorkLogged', data: { minutes: 15, note: '' } }));

  it.each([0, 1_441, 1.5])('is not of %d minutes', (minutes) =>
    expect(logWork.input.safeParse({ minutes }).success).toBe(false),
  );
});
