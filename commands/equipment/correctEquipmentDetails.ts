import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Category } from '#domain/category/category.ts';
import { isRegistered } from '#domain/equipment/equipment.ts';
import { details, type Details } from '#domain/equipment/events.ts';
import { batchId } from '#domain/ids.ts';
import type { Rejection } from '#domain/rejection.ts';
import { NO_CLAIMS } from '../define.ts';
import { fieldObstacle, filingObstacle } from '../filing.ts';
import { categoryRef } from '../refs.ts';
import { equipmentCommand } from './equipmentCommand.ts';
import { exchanged } from './uniqueClaims.ts';

const { shape } = details;
const input = z.strictObject({
  name: shape.name.exactOptional(),
  categoryId: shape.categoryId.exactOptional(),
  serial: shape.serial.exactOptional(),
  model: shape.model.exactOptional(),
  maker: shape.maker.exactOptional(),
  vendor: shape.vendor.exactOptional(),
  purchasedOn: shape.purchasedOn.exactOptional(),
  cost: shape.cost.exactOptional(),
  currency: shape.currency.exactOptional(),
  warrantyUntil: shape.warrantyUntil.exactOptional(),
  depreciation: shape.depreciation.exactOptional(),
  fields: shape.fields.exactOptional(),
  batchId: batchId.nullable().default(null),
});

/** A thing may stay in a category that was archived since, and keep the values that it was registered with. */
function obstacle(before: Details, after: Details, category: Category | undefined): Rejection | null {
  if (before.categoryId !== after.categoryId) return filingObstacle('equipment', category, after.fields);
  return isDeepStrictEqual(before.fields, after.fields) ? null : fieldObstacle(category, after.fields);
}

/** Corrects what is known of a thing; what is absent stays. */
export const correctEquipmentDetails = equipmentCommand({
  name: 'correctEquipmentDetails',
  input,
  facets: ['details'],
  needs: ({ input, state }) => ({
    category: categoryRef(input.categoryId ?? (isRegistered(state) ? state.details.categoryId : null)),
  }),
  claims: ({ serial }, state) =>
    isRegistered(state) && serial !== undefined
      ? exchanged('serial', state.details.serial, serial)
      : NO_CLAIMS,
  already: (thing, { batchId: _, ...changes }) =>
    isDeepStrictEqual(thing.details, { ...thing.details, ...changes }),
  decide(thing, { batchId, ...changes }, { needed: { category } }) {
    const after = { ...thing.details, ...changes };
    return (
      obstacle(thing.details, after, category) ?? [
        { type: 'EquipmentDetailsCorrected', data: { ...after, batchId } },
      ]
    );
  },
});
