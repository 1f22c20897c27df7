import { Button, Checkbox, Input } from '@vkontakte/vkui';
import { useEffect, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { Section } from '../../core/ui/Page';
import styles from './SchoolYear.module.css';
import type { Choices, YearPreview } from './server';
import { texts } from './texts';
import { toggled } from './words';

interface Props {
  preview: YearPreview;
  choices: Choices;
  set: (change: Partial<Choices>) => void;
}

type Up = YearPreview['going_up'][number];

// Half a second after the last letter the preview is asked for again.
const PAUSE = 500;

/** Classes that go up, each with the title it will bear. */
export function GoingUpList({ preview, choices, set }: Props) {
  const t = useTexts(texts);
  const retitle = (id: number, title: string) => set({ titles: [...choices.titles.filter((one) => one.id !== id), ...(title ? [{ id, title }] : [])] });
  return (
    <Section title={t('year.going_up')} hint={preview.going_up.length === 0 ? t('year.going_up.none') : undefined}>
      <ul className={styles.list} aria-label={t('year.going_up')}>
        {preview.going_up.map((one) => (
          <li key={one.id} className={styles.row}>
            <span className={styles.what}>
              <span className={styles.name}>{`${one.title} → ${one.new_title}`}</span>
              <span className={styles.note}>{t('year.pupils', { count: one.pupils })}</span>
            </span>
            <TitleField one={one} onChange={(title) => retitle(one.id, title)} />
            <Button size="s" mode="tertiary" aria-label={t('year.let_go.name', { title: one.title })} onClick={() => set({ leaving_ids: toggled(choices.leaving_ids, one.id) })}>
              {t('year.let_go')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TitleField({ one, onChange }: { one: Up; onChange: (title: string) => void }) {
  const t = useTexts(texts);
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const pause = setTimeout(() => {
      onChange(typed.trim());
      setTyped(null);
    }, PAUSE);
    return () => clearTimeout(pause);
  }, [typed, onChange]);
  return (
    <Input
      className={styles.title}
      slotProps={{ input: { 'aria-label': t('year.new_title', { title: one.title }) } }}
      maxLength={100}
      value={typed ?? one.new_title}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

/** Classes whose pupils leave; those below the last grade can be kept after all. */
export function LeavingList({ preview, choices, set }: Props) {
  const t = useTexts(texts);
  const pupils = t('year.pupils', { count: preview.pupils_leaving });
  const said = [t('year.leaves', { pupils }), t('year.leaves.parents', { count: preview.parents_leaving })].filter(Boolean).join(' ');
  return (
    <Section title={t('year.leaving')} hint={preview.leaving.length === 0 ? t('year.leaving.none') : said}>
      <ul className={styles.list} aria-label={t('year.leaving')}>
        {preview.leaving.map((one) => (
          <li key={one.id} className={styles.row}>
            <span className={styles.what}>
              <span className={styles.name}>{one.title}</span>
              <span className={styles.note}>{t('year.pupils', { count: one.pupils })}</span>
            </span>
            {one.chosen && (
              <Button size="s" mode="tertiary" aria-label={t('year.keep_class.name', { title: one.title })} onClick={() => set({ leaving_ids: toggled(choices.leaving_ids, one.id) })}>
                {t('year.keep_class')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Study groups end unless they are ticked. */
export function StudyGroups({ preview, choices, set }: Props) {
  const t = useTexts(texts);
  const groups = preview.study_groups;
  return (
    <Section title={t('year.groups')} hint={t(groups.length === 0 ? 'year.groups.none' : 'year.groups.hint')}>
      {groups.length > 1 && (
        <div className={styles.deeds}>
          <Button size="s" mode="secondary" onClick={() => set({ kept_ids: groups.map(({ id }) => id) })}>
            {t('year.keep_all')}
          </Button>
          <Button size="s" mode="secondary" onClick={() => set({ kept_ids: [] })}>
            {t('year.keep_none')}
          </Button>
        </div>
      )}
      <ul className={styles.list} aria-label={t('year.groups')}>
        {groups.map((one) => (
          <li key={one.id}>
            <Checkbox
              checked={choices.kept_ids.includes(one.id)}
              description={t('year.pupils', { count: one.pupils })}
              onChange={() => set({ kept_ids: toggled(choices.kept_ids, one.id) })}
            >
              {one.title}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Section>
  );
}
