import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { setStage, type Stage } from './stage.ts';

const FIRST = 'first words of Ben';
const NEXT = 'next words of Ben';
const BEN = { name: 'Ben Ode', email: 'ben@stage.example' };
const made = z.object({ id: z.string() });

let stage: Stage;
let ada: Page;
let ben: Page;
let personPage: string;

beforeAll(async () => {
  stage = await setStage();
  const { id } = made.parse(await stage.api(stage.people.ada, 'POST', '/users', BEN));
  personPage = `/people/${id}`;
  ada = await (await stage.open(stage.people.ada)).newPage();
  ben = await (await stage.open(null)).newPage();
}, 180_000);
afterAll(() => stage.stop());

async function signIn(password: string): Promise<void> {
  await ben.goto('/sign-in');
  await ben.getByLabel('Email').fill(BEN.email);
  await ben.getByLabel('Password', { exact: true }).fill(password);
  await ben.getByRole('button', { name: 'Sign in' }).click();
}

describe('an account', () => {
  test('is given a first password, which its history tells without saying it', async () => {
    await ada.goto(personPage);
    const form = ada.getByRole('region', { name: 'No password yet' });
    await form.getByLabel('First password').fill(BEN.email);
    await form.getByRole('button', { name: 'Give this password' }).click();
    await form.getByText('The password is the address.').waitFor();
    await form.getByLabel('First password').fill(FIRST);
    await form.getByRole('button', { name: 'Give this password' }).click();
    await form.waitFor({ state: 'detached' });
    await ada.getByText('gave a first password').waitFor();
    expect(await ada.locator('body').innerText()).not.toContain(FIRST);
    await signIn(FIRST);
    await ben.waitForURL('**/');
  });

  test('has its password changed by its owner, who must know the present one', async () => {
    await ben.goto('/profile');
    const form = ben.getByRole('region', { name: 'Change password' });
    const fill = async (current: string) => {
      await form.getByLabel('Present password').fill(current);
      await form.getByLabel('New password').fill(NEXT);
      await form.getByRole('button', { name: 'Change password' }).click();
    };
    await fill('not the password');
    await form.getByText('This is not your present password.').waitFor();
    await fill(FIRST);
    await form.getByText('Your password is changed.').waitFor();
  });

  test('whose owner and an administrator change it at once says so to the owner, who decides', async () => {
    await ben.goto('/profile');
    await ben.getByRole('link', { name: 'Change details' }).click();
    await ben.getByLabel(/^Phone/).fill('222');
    const path = `/users/${personPage.replace('/people/', '')}/correctUserDetails`;
    await stage.api(stage.people.ada, 'POST', path, { phone: '111' });
    await ben.getByRole('button', { name: 'Save' }).click();
    const alert = ben.getByRole('alert').filter({ hasText: 'Somebody was faster' });
    await alert.getByText('This has been changed since you opened it.').waitFor();
    await alert.getByRole('button', { name: 'Keep mine' }).click();
    await alert.waitFor({ state: 'detached' });
    await ben.getByText('222').waitFor();
  });

  test('is deactivated after what is with the person was listed, and is out at once', async () => {
    const { ada: admin, kim } = stage.people;
    const id = personPage.replace('/people/', '');
    const roomId = made.parse(await stage.api(admin, 'POST', '/rooms', { name: 'Store' })).id;
    const category = { kind: 'equipment', name: 'Laptops' };
    const categoryId = made.parse(await stage.api(admin, 'POST', '/categories', category)).id;
    const thing = { tag: 'LT-1', name: 'Laptop of Ben', roomId, categoryId };
    const equipmentId = made.parse(await stage.api(kim, 'POST', '/equipment', thing)).id;
    const loan = { to: { kind: 'person', userId: id } };
    await stage.api(kim, 'POST', `/equipment/${equipmentId}/checkOut`, loan);
    await stage.api(kim, 'POST', '/tickets', { title: 'It hums', roomId, requesterId: id });
    await ada.goto(`${personPage}?do=deactivateUser`);
    const dialog = ada.getByRole('dialog');
    await dialog.getByRole('link', { name: /LT-1.*Laptop of Ben/ }).waitFor();
    await dialog.getByRole('link', { name: /It hums/ }).waitFor();
    const visits: string[] = [];
    ben.on('request', (request) => {
      if (request.isNavigationRequest()) visits.push(new URL(request.url()).pathname);
    });
    await dialog.getByRole('button', { name: 'Deactivate account' }).click();
    await ben.waitForURL('**/sign-in**');
    await ben.getByLabel('Email').waitFor();
    expect(visits).toEqual(['/sign-in']);
  });
});
