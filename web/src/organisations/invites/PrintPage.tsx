import { useQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import { fullName } from '../../core/ui/names';
import { EmptyState, LoadingState } from '../../core/ui/states';
import styles from './PrintPage.module.css';
import { askForSheet } from './printing';
import type { Sheet, Slip } from './server';
import { texts } from './texts';

/** A class's sheet as it comes out of the printer: slips to be cut apart. */
export default function PrintPage({ id }: { id: string }) {
  const t = useTexts(texts);
  const { data: sheet, isPending } = useQuery({ queryKey: ['print', id], queryFn: () => askForSheet(id), staleTime: Infinity });
  if (isPending) return <LoadingState />;
  if (!sheet) return <EmptyState title={t('print.gone')}>{t('print.gone.hint')}</EmptyState>;
  return (
    <main className={styles.page} tabIndex={-1}>
      <header className={styles.head}>
        <h1>{t('print.title', { place: [sheet.class_title, sheet.organisation_name].join(', ') })}</h1>
        <Button size="m" onClick={() => window.print()}>
          {t('print.print')}
        </Button>
      </header>
      <ul className={styles.slips}>
        {sheet.slips.map((slip) => (
          <li key={slip.code} className={styles.slip}>
            <SlipCard slip={slip} sheet={sheet} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function SlipCard({ slip, sheet }: { slip: Slip; sheet: Sheet }) {
  const t = useTexts(texts);
  const address = new URL('/join-school', slip.link).href.replace(/^https?:\/\//, '');
  const parent = slip.role === 'parent';
  return (
    <>
      <div className={styles.words}>
        <p className={styles.school}>{[sheet.organisation_name, sheet.class_title].join(' · ')}</p>
        <h2>{t(parent ? 'print.parent' : 'print.pupil')}</h2>
        <p className={styles.name}>{parent ? t('print.child', { name: fullName(slip.pupil) }) : fullName(slip.pupil)}</p>
        <ol>
          <li>{t('print.step.open', { address })}</li>
          <li>{t('print.step.sign_in')}</li>
          {parent && <li>{t('print.step.parent')}</li>}
          <li>{t('print.step.code')}</li>
        </ol>
      </div>
      <div className={styles.code}>
        <img src={slip.qr} alt={t('invites.qr')} />
        <span>{slip.code}</span>
      </div>
      <p className={styles.foot}>{t('print.until', { days: sheet.days })}</p>
    </>
  );
}
