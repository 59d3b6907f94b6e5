export { unknownIn } from '#domain/stocktake/finish.ts';
export { tagKey, tagOf } from '#domain/equipment/label.ts';
