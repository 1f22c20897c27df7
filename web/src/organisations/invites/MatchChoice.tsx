import { Radio } from '@vkontakte/vkui';
import { useId } from 'react';

import type { Translate } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { displayName, fullName } from '../../core/ui/names';
import styles from './Invites.module.css';
import type { Match } from './server';
import { texts } from './texts';

/** Which expected profile a newcomer is; `another` for none of them, null until it is said. */
export type Chosen = number | 'another' | null;

interface Props {
  matches: readonly Match[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** «Похоже, это уже есть в реестре»: the one who decides says who came. */
export function MatchChoice({ matches, chosen, onChange }: Props) {
  const t = useTexts(texts);
  const name = useId();
  return (
    <fieldset className={styles.matches}>
      <legend>{t('match.title')}</legend>
      <p className={styles.note}>{t('match.hint')}</p>
      {matches.map((one) => (
        <Radio
          key={one.id}
          name={name}
          value={one.id}
          checked={chosen === one.id}
          disabled={!one.may_choose}
          description={[told(t, one), one.may_choose ? null : t('match.beyond')].filter(Boolean).join(' · ')}
          onChange={() => onChange(one.id)}
        >
          {fullName(one)}
        </Radio>
      ))}
      <Radio name={name} value="another" checked={chosen === 'another'} description={t('match.another.hint')} onChange={() => onChange('another')}>
        {t('match.another')}
      </Radio>
    </fieldset>
  );
}

/** What tells namesakes apart: the class and the family of a pupil, the children of a parent, the subject of a teacher. */
function told(t: Translate, one: Match): string {
  const family = one.role === 'pupil' ? t('match.guardians', { count: one.guardians }) : null;
  const children = one.children.length > 0 ? t('match.children', { children: one.children.map(displayName).join(', ') }) : null;
  return [t(`match.role.${one.role}`), one.class_titles.join(', '), one.subject, family, children].filter(Boolean).join(' · ');
}
