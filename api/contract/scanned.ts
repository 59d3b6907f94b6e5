export { tagKey, tagOf } from '#domain/equipment/label.ts';
