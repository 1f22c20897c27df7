import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useDates } from '../core/i18n/useDates';
import { useTexts } from '../core/i18n/useTexts';
import { fullName } from '../core/ui/names';
import { NotePaper } from './NotePaper';
import styles from './PersonalData.module.css';
import type { RegisterLine } from './server';
import { texts } from './texts';

interface Props {
  line: RegisterLine;
  organisation: number;
  onNoted: () => void;
}

/** One person of the register; a pupil's line also tells of the guardian. What came on paper is noted here. */
export function RegisterRow({ line, organisation, onNoted }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const [noting, setNoting] = useState(false);
  const pupil = line.roles.includes('pupil');
  const own =
    line.own_given_at === null
      ? t('register.own.none')
      : t('register.own', { when: dates.date(line.own_given_at), version: line.own_version });
  const given = line.signed_on ?? line.guardian_given_at;
  const guardian =
    given === null
      ? t('register.guardian.none')
      : t(line.guardian_way === 'paper' ? 'register.guardian.paper' : 'register.guardian', {
          name: line.guardian_name,
          when: dates.date(given),
        });
  return (
    <div className={styles.line}>
      <p className={styles.name}>{fullName(line)}</p>
      <p className={styles.note}>{own}</p>
      {pupil && <p className={given === null ? styles.warning : styles.note}>{guardian}</p>}
      {line.erase_at && <p className={styles.warning}>{t('register.erased', { when: dates.date(line.erase_at) })}</p>}
      {line.paper !== '' && line.paper_signed_on && (
        <p className={styles.note}>
          {t('register.paper', {
            what: line.paper,
            document: line.paper_document,
            name: line.paper_signed_by,
            when: dates.date(line.paper_signed_on),
          })}
          {line.paper_remark !== '' && ` ${line.paper_remark}`}
        </p>
      )}
      {!noting && (
        <Button size="s" mode="tertiary" onClick={() => setNoting(true)} aria-label={`${t('register.note')}: ${fullName(line)}`}>
          {t('register.note')}
        </Button>
      )}
      {noting && <NotePaper line={line} organisation={organisation} onNoted={onNoted} onClose={() => setNoting(false)} />}
    </div>
  );
}
