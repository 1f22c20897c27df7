import { Button, FormItem, Input, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { Section } from '../../core/ui/Page';
import styles from './SchoolYear.module.css';
import type { Choices } from './server';
import { texts } from './texts';

type Fresh = Choices['new_classes'];

const GRADES = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** Classes that begin with the year. */
export function NewClasses({ classes, onChange }: { classes: Fresh; onChange: (classes: Fresh) => void }) {
  const t = useTexts(texts);
  const [title, setTitle] = useState('');
  const [grade, setGrade] = useState('1');
  const add = () => {
    onChange([...classes, { title: title.trim(), grade }]);
    setTitle('');
  };
  return (
    <Section title={t('year.new')} hint={t('year.new.hint')}>
      <ul className={styles.list} aria-label={t('year.new')}>
        {classes.map((one, index) => (
          <li key={`${index}${one.title}`} className={styles.row}>
            <span className={styles.what}>
              <span className={styles.name}>{one.title}</span>
            </span>
            <Button size="s" mode="tertiary" appearance="negative" onClick={() => onChange(classes.filter((_, at) => at !== index))}>
              {t('year.new.drop', { title: one.title })}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.form}>
        <FormItem top={t('year.new.title')} htmlFor="new-class" noPadding>
          <Input id="new-class" maxLength={100} placeholder="1 «А»" value={title} onChange={(event) => setTitle(event.target.value)} />
        </FormItem>
        <FormItem top={t('year.new.grade')} htmlFor="new-grade" noPadding>
          <NativeSelect id="new-grade" value={grade} onChange={(event) => setGrade(event.target.value)}>
            {GRADES.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
        <div className={styles.deeds}>
          <Button size="m" mode="secondary" disabled={title.trim() === '' || classes.length >= 30} onClick={add}>
            {t('year.new.add')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
