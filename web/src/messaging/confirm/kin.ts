import type { Translate } from '../../core/i18n/useT';
import type { Named, Relation } from './server';

/** «мама: Миша Ёлкин, 7 «Б»»: by whom a school knows a parent; a pupil by the class. */
export function kinText({ person, children }: Named, t: Translate): string {
  if (children.length === 0) return person.label;
  const relations = [...new Set(children.map((child) => child.relation))];
  return relations.map((relation) => t('kin.of', { relation: t(`kin.${relation}`), children: namesOf(children, relation, t) })).join('; ');
}

function namesOf(children: Named['children'], relation: Relation, t: Translate): string {
  return children
    .filter((child) => child.relation === relation)
    .map(({ given_name, family_name, label }) => {
      const name = `${given_name} ${family_name}`.trim();
      return label === '' ? name : t('kin.child', { name, label });
    })
    .join(', ');
}
