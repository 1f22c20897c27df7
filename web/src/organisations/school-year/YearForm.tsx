import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { ApiError } from '../../core/api/error';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { NewClasses } from './NewClasses';
import { GoingUpList, LeavingList, StudyGroups } from './PreviewLists';
import styles from './SchoolYear.module.css';
import { beginYear, previewYear, type Choices, type YearPreview, type YearState } from './server';
import { texts } from './texts';
import { yearName } from './words';

const GRADES = [4, 9, 10, 11, 12];

/** What is chosen on the left hand of the preview, what would come of it, and the button. */
export function YearForm({ organisation, state }: { organisation: number; state: YearState }) {
  const t = useTexts(texts);
  const [choices, setChoices] = useState<Choices>({ last_grade: state.last_grade, leaving_ids: [], kept_ids: [], titles: [], new_classes: [] });
  const [outdated, setOutdated] = useState(false);
  const set = (change: Partial<Choices>) => setChoices({ ...choices, ...change });
  const preview = useQuery({
    queryKey: ['year', organisation, 'preview', choices],
    queryFn: () => previewYear(organisation, choices),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const grades = [...new Set([...GRADES, state.last_grade])].toSorted((one, other) => one - other);
  return (
    <>
      <div className={styles.form}>
        <FormItem top={t('year.last_grade')} bottom={t('year.last_grade.hint')} htmlFor="last-grade" noPadding>
          <NativeSelect id="last-grade" value={choices.last_grade} onChange={(event) => set({ last_grade: Number(event.target.value), leaving_ids: [] })}>
            {grades.map((grade) => (
              <option key={grade} value={grade}>
                {grade}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      </div>
      {preview.error && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <LoadingState />}
      {outdated && (
        <p role="status" className={styles.wrong}>
          {t('year.outdated')}
        </p>
      )}
      {preview.data && !preview.error && (
        <>
          <GoingUpList preview={preview.data} choices={choices} set={set} />
          <LeavingList preview={preview.data} choices={choices} set={set} />
          <StudyGroups preview={preview.data} choices={choices} set={set} />
          <Nameless preview={preview.data} />
          <NewClasses classes={choices.new_classes} onChange={(new_classes) => set({ new_classes })} />
          <Begin
            organisation={organisation}
            choices={choices}
            preview={preview.data}
            busy={preview.isFetching}
            onOutdated={() => {
              setOutdated(true);
              setChoices({ ...choices, leaving_ids: [], kept_ids: [], titles: [] });
              void preview.refetch();
            }}
          />
        </>
      )}
    </>
  );
}

function Nameless({ preview }: { preview: YearPreview }) {
  const t = useTexts(texts);
  if (preview.nameless.length === 0) return null;
  return (
    <Section title={t('year.nameless')}>
      <p className={styles.note}>{preview.nameless.map(({ title }) => title).join(', ')}</p>
    </Section>
  );
}

interface Beginning {
  organisation: number;
  choices: Choices;
  preview: YearPreview;
  busy: boolean;
  onOutdated: () => void;
}

function Begin({ organisation, choices, preview, busy, onOutdated }: Beginning) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [sending, setSending] = useState(false);
  const year = yearName(preview.starts_in);
  const nothing = preview.going_up.length + preview.leaving.length + preview.study_groups.length + preview.new_classes.length === 0;
  const begin = async () => {
    const groups = preview.study_groups.filter(({ kept }) => !kept).length;
    const agreed = await confirm({
      title: t('year.begin.ask', { year }),
      text: t('year.begin.text', { up: preview.going_up.length, gone: preview.pupils_leaving, groups }),
      action: t('year.begin'),
    });
    if (!agreed) return;
    setSending(true);
    try {
      await beginYear(organisation, choices, preview.fingerprint);
      toast(t('year.done', { year }));
      await Promise.all(['year', 'organisation', 'groups'].map((key) => cache.invalidateQueries({ queryKey: [key, organisation] })));
    } catch (error) {
      if (error instanceof ApiError && error.code === 'school_year_outdated') onOutdated();
      else toast(explain(error), { failed: true });
    } finally {
      setSending(false);
    }
  };
  return (
    <div className={styles.foot}>
      {preview.conflicts.length > 0 && (
        <p role="alert" className={styles.wrong}>
          {t('year.conflicts', { titles: preview.conflicts.join(', ') })}
        </p>
      )}
      {nothing ? (
        <p className={styles.note}>{t('year.nothing')}</p>
      ) : (
        <div className={styles.deeds}>
          <Button size="l" loading={sending} disabled={busy || preview.conflicts.length > 0} onClick={() => void begin()}>
            {t('year.begin')}
          </Button>
        </div>
      )}
    </div>
  );
}
