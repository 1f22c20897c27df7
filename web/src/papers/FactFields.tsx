import { Checkbox, FormItem, Input } from '@vkontakte/vkui';

import { useTexts } from '../core/i18n/useTexts';
import { FIELDS, innIsWrong, LENGTHS } from './fields';
import styles from './Papers.module.css';
import type { Facts, Kind, Known } from './server';
import { texts } from './texts';

interface Props {
  kind: Kind;
  known: Known;
  facts: Facts;
  onChange: (facts: Facts) => void;
}

const MOST = 5;

/** What a paper of this kind names. */
export function FactFields({ kind, known, facts, onChange }: Props) {
  const t = useTexts(texts);
  return (
    <div className={styles.fields}>
      {FIELDS[kind].map((field) => {
        const wrong = field === 'inn' && innIsWrong(facts.inn);
        return (
          <FormItem
            key={field}
            top={t(`papers.${field}`)}
            htmlFor={`paper-${field}`}
            noPadding
            className={field === 'organisation' ? styles.wide : undefined}
            status={wrong ? 'error' : 'default'}
            bottom={wrong ? t('papers.inn.wrong') : undefined}
          >
            <Input
              id={`paper-${field}`}
              type={field === 'date' ? 'date' : 'text'}
              maxLength={LENGTHS[field] ?? 200}
              value={facts[field] ?? ''}
              onChange={(event) => onChange({ ...facts, [field]: event.target.value || (field === 'date' ? null : '') })}
            />
          </FormItem>
        );
      })}
      {kind === 'order' && <Appointed known={known} facts={facts} onChange={onChange} />}
    </div>
  );
}

function Appointed({ known, facts, onChange }: Omit<Props, 'kind'>) {
  const t = useTexts(texts);
  const offered = known.staff.map(({ name, position }) => (position ? `${name}, ${position}` : name));
  const other = facts.appointed.find((one) => !offered.includes(one)) ?? '';
  const picked = facts.appointed.filter((one) => offered.includes(one));
  const full = facts.appointed.length >= MOST;
  return (
    <fieldset className={`${styles.people} ${styles.wide}`}>
      <legend>{t('papers.appointed')}</legend>
      {offered.map((one) => (
        <Checkbox
          key={one}
          checked={picked.includes(one)}
          disabled={full && !picked.includes(one)}
          onChange={(event) => {
            const left = facts.appointed.filter((name) => name !== one);
            onChange({ ...facts, appointed: event.target.checked ? [...left, one] : left });
          }}
        >
          {one}
        </Checkbox>
      ))}
      <FormItem top={t('papers.appointed.other')} htmlFor="paper-appointed" noPadding>
        <Input
          id="paper-appointed"
          maxLength={200}
          disabled={full && other === ''}
          value={other}
          onChange={(event) => onChange({ ...facts, appointed: event.target.value ? [...picked, event.target.value] : picked })}
        />
      </FormItem>
    </fieldset>
  );
}
