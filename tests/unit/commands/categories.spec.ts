import { describe, expect, it } from 'vitest';
import { archiveCategory } from '#commands/category/archiveCategory.ts';
import { changeCategoryFields } from '#commands/category/changeCategoryFields.ts';
import { createCategory } from '#commands/category/createCategory.ts';
import { renameCategory } from '#commands/category/renameCategory.ts';
import type { CategoryEvent } from '#domain/category/events.ts';
import { given } from '#tests/support/given.ts';
import { ANA, KIM, PRINTERS, ada, ids, kim } from '#tests/support/people.ts';
import { aCategory, created, desk } from '#tests/support/records.ts';

const asAdmin = { id: PRINTERS, actor: ada };
const HARDWARE = ids.category(2);
const archived: CategoryEvent = { type: 'CategoryArchived', data: {} };
const printers = { kind: 'ticket', name: 'Printers' } as const;
const standing = aCategory(PRINTERS, created());
const model = { type: 'text', key: 'model', label: 'Model', required: true } as const;

describe('creating a category', () => {
  it('needs a kind and a name', () => given().when(createCategory, printers, asAdmin).then(created()));

  it('can be below another', () =>
    given(aCategory(HARDWARE, created({ name: 'Hardware' })))
      .when(createCategory, { ...printers, parentId: HARDWARE }, asAdmin)
      .then(created({ parentId: HARDWARE })));

  it.each([
    ['that is not there', []],
    ['that is archived', [created(), archived]],
    ['of another kind', [created({ kind: 'equipment' })]],
  ] as const)('is not below one %s', (_, events) =>
    given(aCategory(HARDWARE, ...events))
      .when(createCategory, { ...printers, parentId: HARDWARE }, asAdmin)
      .refuses('NoSuchCategory'),
  );

  it('is not below itself', () =>
    given()
      .when(createCategory, { ...printers, parentId: PRINTERS }, asAdmin)
      .refuses('CategoryCycle'));

  it('can name who is assigned by default', () =>
    given(...desk.slice(0, -1))
      .when(createCategory, { ...printers, defaultAssigneeId: KIM }, asAdmin)
      .then(created({ defaultAssigneeId: KIM })));

  it('names nobody whom tickets cannot be assigned to', () =>
    given(...desk.slice(0, -1))
      .when(createCategory, { ...printers, defaultAssigneeId: ANA }, asAdmin)
      .refuses('NotAssignable'));

  it('is done once', () => given(standing).when(createCategory, printers, asAdmin).then());

  it('does not change one that stands', () =>
    given(standing)
      .when(createCategory, { ...printers, name: 'Paper' }, asAdmin)
      .refuses('AlreadyExists'));

  it('is for administrators', () =>
    given()
      .when(createCategory, printers, { ...asAdmin, actor: kim })
      .refuses('NotAllowed'));

  it('gives each field a key of its own', () =>
    expect(createCategory.input.safeParse({ ...printers, fields: [model, model] }).success).toBe(false));
});

describe('changing a category', () => {
  const renamed: CategoryEvent = { type: 'CategoryRenamed', data: { name: 'Paper' } };
  const changed: CategoryEvent = { type: 'CategoryFieldsChanged', data: { fields: [model] } };
  const old = aCategory(PRINTERS, created(), archived);

  it('gives it another name', () =>
    given(standing).when(renameCategory, { name: 'Paper' }, asAdmin).then(renamed));
  it('asks for other fields', () =>
    given(standing)
      .when(changeCategoryFields, { fields: [model] }, asAdmin)
      .then(changed));
  it('takes it out of use', () => given(standing).when(archiveCategory, {}, asAdmin).then(archived));

  it('does nothing where all is so already', () => {
    given(standing).when(renameCategory, { name: 'Printers' }, asAdmin).then();
    given(standing).when(changeCategoryFields, { fields: [] }, asAdmin).then();
    given(old).when(archiveCategory, {}, asAdmin).then();
  });

  it('is over once it is archived', () => {
    given(old).when(renameCategory, { name: 'Paper' }, asAdmin).refuses('CategoryArchived');
    given(old)
      .when(changeCategoryFields, { fields: [model] }, asAdmin)
      .refuses('CategoryArchived');
  });

  it('needs a category', () => given().when(archiveCategory, {}, asAdmin).refuses('NotFound'));
});

describe('a field that is for staff only', () => {
  const pin = { type: 'text', key: 'pin', label: 'PIN', required: false, staffOnly: true } as const;
  const laptops = { kind: 'equipment' as const, name: 'Laptops', fields: [pin] };

  it('is one of equipment', () => given().when(createCategory, laptops, asAdmin).then(created(laptops)));

  it('is none of tickets, whose requesters read what they say', () =>
    given()
      .when(createCategory, { ...printers, fields: [pin] }, asAdmin)
      .refuses('OnlyEquipmentHidesFields'));

  it('can be made of one of a category of equipment, and of no other', () => {
    const changed = (kind: 'equipment' | 'ticket') =>
      given(aCategory(PRINTERS, created({ kind }))).when(changeCategoryFields, { fields: [pin] }, asAdmin);
    changed('equipment').then({ type: 'CategoryFieldsChanged', data: { fields: [pin] } });
    changed('ticket').refuses('OnlyEquipmentHidesFields');
  });
});
