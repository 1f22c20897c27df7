import { expect, test } from 'vitest';

import { innIsWrong, ready } from './fields';
import type { Facts } from './server';

test('an INN has ten or twelve digits, or is left out', () => {
  expect(['', '7701234567', '770123456789'].map(innIsWrong)).toEqual([false, false, false]);
  expect(['77', '77012345678', '77012345ab'].map(innIsWrong)).toEqual([true, true, true]);
});

test('a half-typed INN is not sent, everything else is', () => {
  const facts = { inn: '770', city: 'Озёрск' } as Facts;
  expect(ready(facts)).toEqual({ inn: '', city: 'Озёрск' });
  expect(ready({ ...facts, inn: '7701234567' }).inn).toBe('7701234567');
});
