import { Button } from '@vkontakte/vkui';
import { useRef, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { loadList, type ListOutcome } from './server';
import styles from './Territories.module.css';
import { texts } from './texts';
import { useDeed } from './useDeed';

const LIMIT = 1_000_000;

/** A list of regions and municipalities from a file: looked at first, then brought in. */
export function ListForm({ parent }: { parent: number | null }) {
  const t = useTexts(texts);
  const { busy, run } = useDeed();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [seen, setSeen] = useState<ListOutcome | null>(null);
  const look = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LIMIT) return toast(t('list.large'), { failed: true });
    const read = decoded(await file.arrayBuffer());
    setText(read);
    setSeen(null);
    const outcome = await loadList(read, parent, false).catch(() => null);
    if (outcome) setSeen(outcome);
    else await run(() => loadList(read, parent, false), '');
  };
  const apply = async () => {
    if (await run(() => loadList(text, parent, true), t('list.applied'))) setSeen(null);
  };
  const fresh = seen !== null && seen.new_regions + seen.new_districts > 0;
  return (
    <Section title={t('list.title')} hint={t('list.hint')}>
      <div className={styles.form}>
        <div className={styles.deeds}>
          <Button size="m" mode="secondary" onClick={() => input.current?.click()}>
            {t('list.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,text/csv"
            hidden
            aria-label={t('list.choose')}
            onChange={(event) => {
              void look(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
        {seen && <p className={styles.note}>{seen.wrong ? t('list.wrong', { count: seen.wrong }) : fresh ? t('list.new', { regions: seen.new_regions, districts: seen.new_districts }) : t('list.nothing')}</p>}
        {seen && (
          <ul className={styles.list} aria-label={t('list.title')}>
            {seen.lines.map((line) => (
              <li key={line.line}>
                {t('list.line', { line: line.line, region: line.region, district: line.district || 'none' })}{' '}
                <span className={line.state === 'wrong' ? styles.bad : styles.small}>{line.problem || t(`list.state.${line.state}`)}</span>
              </li>
            ))}
          </ul>
        )}
        {fresh && seen.wrong === 0 && (
          <div className={styles.deeds}>
            <Button size="m" loading={busy} onClick={() => void apply()}>
              {t('list.apply')}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

/** Spreadsheets in Russian save windows-1251 as often as UTF-8. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
