import { expect, it } from 'vitest';

import { lengthText } from '../length';
import { BARS, peaksOf, waveOf } from './wave';

it('draws what the server wrote, and a flat line before', () => {
  expect(peaksOf('0v'.repeat(32)).slice(0, 4)).toEqual([0, 1, 0, 1]);
  expect(peaksOf(null)).toEqual(Array.from({ length: BARS }, () => 0));
});

it('writes 64 bars of any number of levels, the loudest to the top', () => {
  for (const count of [1, 10, 64, 1000]) {
    const wave = waveOf(Array.from({ length: count }, (_, at) => (at < count / 2 ? 0.5 : 0.05)));
    expect(wave).toMatch(/^[0-9a-v]{64}$/);
    expect(wave[0]).toBe('v');
  }
  expect(waveOf([])).toBe('0'.repeat(BARS));
});

it('does not draw silence as speech', () => {
  expect(Math.max(...peaksOf(waveOf(Array.from({ length: 100 }, () => 0.002))))).toBeLessThan(0.2);
});

it('tells a length as a player does', () => {
  expect([0, 300, 12_400, 61_000, 3_600_000].map(lengthText)).toEqual(['0:00', '0:01', '0:12', '1:01', '1:00:00']);
});
