import { expect, test } from 'vitest';

import { CLOSEST, kept, sideOf, WHOLE } from './cropping';

const WIDE = { width: 800, height: 400 };

test('the largest square is the height of a wide picture', () => {
  expect(sideOf(WHOLE, WIDE)).toBe(400);
  expect(sideOf({ ...WHOLE, zoom: 2 }, WIDE)).toBe(200);
});

test('the square never leaves the picture', () => {
  expect(kept({ x: 0, y: 0, zoom: 1 }, WIDE)).toEqual({ x: 0.25, y: 0.5, zoom: 1 });
  expect(kept({ x: 2, y: -1, zoom: 2 }, WIDE)).toEqual({ x: 0.875, y: 0.25, zoom: 2 });
});

test('it is neither larger than the picture nor too close', () => {
  expect(kept({ ...WHOLE, zoom: 0.1 }, WIDE).zoom).toBe(1);
  expect(kept({ ...WHOLE, zoom: 99 }, WIDE).zoom).toBe(CLOSEST);
});
