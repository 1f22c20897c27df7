import { Icon24DownloadOutline } from '@vkontakte/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { address, api } from '../core/api/client';
import type { Translate } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { Chips } from '../core/ui/Chips';
import { Facts, Page, Section } from '../core/ui/Page';
import { ErrorState, LoadingState } from '../core/ui/states';
import decision from './Decision.module.css';
import styles from './Moderation.module.css';
import type { Statistics } from './server';
import { texts } from './texts';

const PERIODS = ['7', '30', '90', '365'] as const;
const DAY = 86_400_000;

/** How much was complained of in a period, what came of it, and how soon. */
export function FiguresPage() {
  const t = useTexts(texts);
  const [days, setDays] = useState<(typeof PERIODS)[number]>('30');
  const [today] = useState(() => Date.now());
  const since = new Date(today - Number(days) * DAY).toISOString();
  const { data, error, refetch } = useQuery({
    queryKey: ['report-cases', 'figures', days],
    queryFn: () => api.get<Statistics>('/api/report-statistics', { since }),
  });
  return (
    <Page
      title={t('figures.title')}
      up="/school/reports"
      deep
      below={<Chips label={t('figures.period')} options={PERIODS.map((value) => ({ value, label: t('figures.days', { count: Number(value) }) }))} value={days} onChange={setDays} />}
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && <Figures figures={data} />}
      {data && (
        <div className={styles.deeds}>
          <Button Component="a" href={address('/api/report-statistics/table', { since })} download mode="secondary" size="m" before={<Icon24DownloadOutline />}>
            {t('figures.csv')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Figures({ figures }: { figures: Statistics }) {
  const t = useTexts(texts);
  const counts = (['cases', 'open', 'overdue', 'acted', 'dismissed'] as const).map((name) => ({ name: t(`figures.${name}`), value: figures[name] }));
  const times = (['median', 'longest'] as const).flatMap((name) => {
    const seconds = figures[`${name}_seconds`];
    return seconds === null ? [] : [{ name: t(`figures.${name}`), value: lasting(seconds, t) }];
  });
  return (
    <>
      <Section hint={figures.cases === 0 ? t('figures.none') : undefined}>
        <Facts items={[...counts, ...times]} />
      </Section>
      {figures.by_kind.length > 0 && (
        <Table
          title={t('figures.kinds')}
          heads={['figures.kind', 'figures.reports', 'figures.acted', 'figures.dismissed'].map((head) => t(head))}
          rows={figures.by_kind.map((row) => [t(`report.kind.${row.kind}`), row.reports, row.acted, row.dismissed])}
        />
      )}
      {figures.by_measure.length > 0 && (
        <Table
          title={t('figures.measures')}
          heads={['figures.measure', 'figures.taken', 'figures.lifted'].map((head) => t(head))}
          rows={figures.by_measure.map((row) => [t(`done.${row.kind}`), row.taken, row.lifted])}
        />
      )}
    </>
  );
}

const lasting = (seconds: number, t: Translate): string =>
  seconds < 5400 ? t('figures.minutes', { count: Math.max(1, Math.round(seconds / 60)) }) : t('figures.hours', { count: Math.round(seconds / 3600) });

function Table({ title, heads, rows }: { title: string; heads: string[]; rows: [string, ...number[]][] }) {
  return (
    <Section title={title}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table wider than a phone is scrolled by keys, too */}
      <div className={decision.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={decision.figures}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...numbers]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {numbers.map((number, place) => (
                  <td key={heads[place + 1]}>{number}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
