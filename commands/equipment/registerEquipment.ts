import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { fieldValues } from '#domain/category/fields.ts';
import { equipment, isRegistered } from '#domain/equipment/equipment.ts';
import { details } from '#domain/equipment/events.ts';
import * as w from '#domain/equipment/words.ts';
import { batchId, roomId } from '#domain/ids.ts';
import { refuse } from '#domain/rejection.ts';
import { filingObstacle } from '../filing.ts';
import { creationOf } from '../recordCommand.ts';
import { categoryRef, roomRef } from '../refs.ts';
import { claimsOn } from './uniqueClaims.ts';

const input = z.strictObject({
  ...details.shape,
  tag: w.tag,
  roomId,
  serial: w.serial.default(''),
  model: w.words.default(''),
  maker: w.words.default(''),
  vendor: w.words.default(''),
  purchasedOn: w.day.nullable().default(null),
  cost: w.money.nullable().default(null),
  currency: w.currency.nullable().default(null),
  warrantyUntil: w.day.nullable().default(null),
  depreciation: w.depreciation.nullable().default(null),
  fields: fieldValues.default({}),
  /** The batch that registers it, and with which that can be taken back. */
  batchId: batchId.nullable().default(null),
});

/** Takes a thing into the register, in stock in a room. */
export const registerEquipment = creationOf(equipment)({
  name: 'registerEquipment',
  input,
  needs: ({ input }) => ({ category: categoryRef(input.categoryId), room: roomRef(input.roomId) }),
  claims: ({ tag, serial }) => ({ take: claimsOn(tag, serial), release: [] }),
  stands: (state, { tag, roomId: _room, batchId: _batch, ...given }) =>
    isRegistered(state) ? state.tag === tag && isDeepStrictEqual(state.details, given) : null,
  decide(input, { needed: { category, room } }) {
    if (room.status !== 'Open') return refuse('NoSuchRoom');
    return (
      filingObstacle('equipment', category, input.fields) ?? [{ type: 'EquipmentRegistered', data: input }]
    );
  },
});
