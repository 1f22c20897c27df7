import { expect, it } from 'vitest';

import { drop, emptyDraft, MOST_OPTIONS, readDraft, write, type PollDraft } from './draft';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const read = (over: Partial<PollDraft>) => readDraft({ ...filled(), ...over }, 'Europe/Moscow', NOW);

function filled(): PollDraft {
  const made = write(write({ ...emptyDraft(), question: ' Куда  поедем? ' }, 1, 'В музей'), 2, ' В лес ');
  return made;
}

it('offers the next line while there is room', () => {
  let draft = emptyDraft();
  for (let place = 1; place <= MOST_OPTIONS; place += 1) draft = write(draft, draft.options[place - 1]?.id ?? 0, `Ответ ${place}`);
  expect(draft.options).toHaveLength(MOST_OPTIONS);
  draft = drop(draft, draft.options[0]?.id ?? 0);
  expect(draft.options).toHaveLength(MOST_OPTIONS);
  expect(draft.options.at(-1)?.text).toBe('');
  expect(new Set(draft.options.map((option) => option.id)).size).toBe(MOST_OPTIONS);
});

it('keeps two lines whatever is taken away', () => {
  const draft = drop(drop(emptyDraft(), 1), 2);
  expect(draft.options).toHaveLength(2);
  expect(new Set(draft.options.map((option) => option.id)).size).toBe(2);
});

it('sends what was written, tidied', () => {
  expect(read({})).toEqual({ poll: { question: 'Куда поедем?', options: ['В музей', 'В лес'], change_allowed: true } });
  expect(read({ anonymous: true, many: true, hide: true })).toEqual({
    poll: { question: 'Куда поедем?', options: ['В музей', 'В лес'], many: true, anonymous: true, hide_until_closed: true },
  });
  expect(read({ quiz: true, right: 2, many: true, explanation: ' Ближе ' })).toEqual({
    poll: { question: 'Куда поедем?', options: ['В музей', 'В лес'], quiz_right: 1, explanation: 'Ближе' },
  });
  expect(read({ term: 'day' })).toMatchObject({ poll: { closes_at: '2026-11-23T08:00:00.000Z' } });
  expect(read({ term: 'own', at: '2026-11-25T18:30' })).toMatchObject({ poll: { closes_at: '2026-11-25T15:30:00.000Z' } });
});

it.each([
  [{ question: '  ' }, 'question'],
  [{ options: [{ id: 1, text: 'Да' }, { id: 2, text: ' ' }] }, 'options'],
  [{ options: [{ id: 1, text: 'Да' }, { id: 2, text: ' ДА ' }] }, 'repeat'],
  [{ quiz: true }, 'right'],
  [{ quiz: true, right: 3 }, 'right'],
  [{ term: 'own', at: '' }, 'term'],
  [{ term: 'own', at: '2026-11-22T11:00' }, 'term'],
  [{ term: 'own', at: '2028-01-01T00:00' }, 'term'],
] as [Partial<PollDraft>, string][])('says what is wrong: %j', (over, fault) => {
  expect(read(over)).toEqual({ fault });
});
