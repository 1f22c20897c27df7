import { expect, it } from 'vitest';

import type { KeptDraft } from '../../core/store/database';
import { isTold, reconcile, type TheirDraft } from './reconcile';

const theirs = (body: string, stamp: number): TheirDraft => ({
  conversation_id: 42,
  body,
  reply_to_id: null,
  reply_to_number: null,
  stamp,
});
const mine = (body: string, stamp: number, told: number): KeptDraft => ({ ...theirs(body, stamp), told });

it('takes what another device has written', () => {
  expect(reconcile(undefined, theirs('Привет', 100))).toEqual(mine('Привет', 100, 100));
  expect(reconcile(mine('При', 90, 90), theirs('Привет', 100))).toEqual(mine('Привет', 100, 100));
  expect(reconcile(mine('При', 90, 90), theirs('', 100))).toEqual(mine('', 100, 100));
});

it('knows its own words when they come back, and those that are older', () => {
  expect(reconcile(mine('Привет', 100, 50), theirs('Привет', 100))).toEqual(mine('Привет', 100, 100));
  const newer = mine('Привет всем', 120, 100);
  expect(reconcile(newer, theirs('Привет', 100))).toBe(newer);
});

it('loses nothing of what two devices have written without knowing of each other', () => {
  const both = reconcile(mine('Принесите краски', 200, 50), theirs('Завтра экскурсия', 100));
  expect(both.body).toBe('Завтра экскурсия\nПринесите краски');
  expect(both.stamp).toBeGreaterThan(200);
  expect(both.told).toBe(100);
  expect(isTold(both)).toBe(false);
});

it('does not say the same thing twice', () => {
  expect(reconcile(mine('Завтра экскурсия в музей', 200, 50), theirs('Завтра экскурсия', 100)).body).toBe('Завтра экскурсия в музей');
  expect(reconcile(mine('Завтра', 200, 50), theirs('Завтра экскурсия', 100))).toEqual(mine('Завтра экскурсия', 100, 100));
});

it('keeps what was typed here although the draft was sent or erased elsewhere', () => {
  const kept = reconcile(mine('Ещё вопрос', 80, 50), theirs('', 100));
  expect(kept.body).toBe('Ещё вопрос');
  expect(kept.stamp).toBeGreaterThan(100);
  expect(isTold(kept)).toBe(false);
});

it('erases here only what it knew of: what came since stays', () => {
  expect(reconcile(mine('', 200, 50), theirs('Дописано на телефоне', 100))).toEqual(mine('Дописано на телефоне', 100, 100));
});
