import { describe, expect, it } from 'vitest';

import { briefName, displayName, fullName, initials, phoneInWords } from './names';

const teacher = { family_name: 'Соколова', given_name: 'Мария', patronymic: 'Ивановна', role: 'teacher' };
const pupil = { family_name: 'Кузнецов', given_name: 'Даниил', patronymic: 'Олегович', role: 'pupil' };

describe('names', () => {
  it('calls staff by name and patronymic, pupils without', () => {
    expect(displayName(teacher)).toBe('Мария Ивановна Соколова');
    expect(briefName(teacher)).toBe('Мария Ивановна');
    expect(displayName(pupil)).toBe('Даниил Кузнецов');
    expect(briefName(pupil)).toBe('Даниил Кузнецов');
    expect(fullName(pupil)).toBe('Кузнецов Даниил Олегович');
  });

  it('survives a missing patronymic', () => {
    expect(briefName({ ...teacher, patronymic: '' })).toBe('Мария Соколова');
  });

  it('writes Russian numbers in groups and leaves others', () => {
    expect(phoneInWords('+79990000001')).toBe('+7 999 000-00-01');
    expect(phoneInWords('+375291234567')).toBe('+375291234567');
  });

  it('takes initials from letters and digits only', () => {
    expect(initials('7 «Б» класс')).toBe('7Б');
    expect(initials('7Б класс')).toBe('7Б');
    expect(initials('11А класс')).toBe('11А');
    expect(initials('Учительская')).toBe('У');
    expect(initials('—')).toBe('');
  });
});
