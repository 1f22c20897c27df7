import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { describe, expect, it } from 'vitest';

import russian from '../i18n/messages.ru';
import { briefName } from './names';
import { PersonName, type Nameable } from './PersonName';

const teacher = { family_name: 'Соколова', given_name: 'Мария', patronymic: 'Ивановна', role: 'teacher' };
const shown = (person: Nameable, as?: (person: Nameable) => string) =>
  renderToStaticMarkup(
    createElement(IntlProvider, { locale: 'ru', messages: russian }, createElement(PersonName, { person, ...(as ? { as } : {}) })),
  );

describe('the academic cap beside a name', () => {
  it('is worn by a teacher whom the school has confirmed, and says so to a screen reader', () => {
    const html = shown({ ...teacher, confirmed_teacher: true });
    expect(html).toContain('role="img"');
    expect(html).toContain(`aria-label="${russian['person.confirmed_teacher']}"`);
    expect(html.indexOf('Мария Ивановна Соколова')).toBeLessThan(html.indexOf('role="img"'));
  });

  it('is worn with the short name, too', () => {
    expect(shown({ ...teacher, confirmed_teacher: true }, briefName)).toContain('role="img"');
  });

  it('is not worn by whoever only calls themselves a teacher', () => {
    for (const confirmed of [{}, { confirmed_teacher: false }]) {
      const html = shown({ ...teacher, ...confirmed });
      expect(html).toContain('Соколова');
      expect(html).not.toContain('role="img"');
      expect(html).not.toContain('<svg');
    }
  });

  it('is not worn by others, whatever they put into their names', () => {
    for (const role of ['pupil', 'parent', 'administrator', null]) {
      const html = shown({ family_name: 'Кузнецов 🎓', given_name: '<svg>', patronymic: '', role });
      expect(html).not.toContain('role="img"');
      expect(html).not.toContain('<svg');
    }
  });
});
