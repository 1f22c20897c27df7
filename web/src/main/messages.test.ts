import { expect, it } from 'vitest';

import english from './messages.en';
import russian from './messages.ru';

it('says everything in both languages', () => {
  expect(Object.keys(english).toSorted()).toEqual(Object.keys(russian).toSorted());
});
