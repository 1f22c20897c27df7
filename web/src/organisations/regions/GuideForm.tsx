import { useQuery } from '@tanstack/react-query';
import { Button, FormItem, Input, Textarea } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { useDeed } from '../territories/useDeed';
import { GuideText } from './GuideText';
import styles from './Regions.module.css';
import { publishGuide, readOwnGuide, type Guide, type GuideLink } from './server';
import { texts } from './texts';

const MOST_LINKS = 5;

/** What my region tells its teachers, written with a look at how it will be read. */
export function GuideForm({ region }: { region: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['territories', 'guide', region], queryFn: () => readOwnGuide(region) });
  return (
    <Section title={t('guide.title')} hint={t('guide.hint')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && <Editor key={data.changed_at} guide={data} />}
    </Section>
  );
}

function Editor({ guide }: { guide: Guide }) {
  const t = useTexts(texts);
  const dates = useDates();
  const { busy, run } = useDeed();
  const [body, setBody] = useState(guide.body);
  const [links, setLinks] = useState(guide.links);
  const [looking, setLooking] = useState(false);
  const nothing = body.trim() === '' && links.length === 0;
  const whole = links.every(({ title, url }) => title.trim() !== '' && url.trim().startsWith('https://'));
  const save = (event: FormEvent) => {
    event.preventDefault();
    void run(() => publishGuide(guide.id, body, links), t('guide.saved'));
  };
  const withdraw = async () => {
    const sure = await confirm({ title: t('guide.withdraw.ask'), text: t('guide.withdraw.text'), action: t('guide.withdraw'), destructive: true });
    if (sure) await run(() => publishGuide(guide.id, '', []), t('guide.withdrawn'));
  };
  return (
    <form className={styles.form} onSubmit={save}>
      {guide.changed_at !== null && (
        <p className={styles.note}>
          {t('guide.published', { when: dates.dateTime(guide.changed_at) })} <a href={`/regions/${guide.id}`}>{t('guide.open')}</a>
        </p>
      )}
      {looking ? (
        <div className={styles.preview}>
          <GuideText body={body} links={links} />
        </div>
      ) : (
        <>
          <FormItem top={t('guide.text')} bottom={t('guide.text.hint')} htmlFor="guide-body" noPadding>
            <Textarea id="guide-body" rows={8} maxLength={20_000} value={body} onChange={(event) => setBody(event.target.value)} />
          </FormItem>
          <Links links={links} onChange={setLinks} />
        </>
      )}
      <div className={styles.buttons}>
        <Button type="submit" size="m" loading={busy} disabled={nothing || !whole}>
          {t('guide.save')}
        </Button>
        <Button size="m" mode="secondary" disabled={nothing} onClick={() => setLooking(!looking)}>
          {t(looking ? 'guide.edit' : 'guide.preview')}
        </Button>
        {guide.changed_at !== null && (
          <Button size="m" mode="tertiary" appearance="negative" disabled={busy} onClick={() => void withdraw()}>
            {t('guide.withdraw')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Links({ links, onChange }: { links: readonly GuideLink[]; onChange: (links: GuideLink[]) => void }) {
  const t = useTexts(texts);
  const change = (at: number, changes: Partial<GuideLink>) => onChange(links.map((one, place) => (place === at ? { ...one, ...changes } : one)));
  return (
    <>
      {links.map((one, at) => (
        <div key={at} className={styles.row} role="group" aria-label={t('guide.link', { number: at + 1 })}>
          <FormItem top={t('guide.link.title', { number: at + 1 })} htmlFor={`guide-title-${at}`} noPadding>
            <Input id={`guide-title-${at}`} maxLength={200} value={one.title} onChange={(event) => change(at, { title: event.target.value })} />
          </FormItem>
          <FormItem top={t('guide.link.url', { number: at + 1 })} htmlFor={`guide-url-${at}`} noPadding>
            <Input id={`guide-url-${at}`} type="url" maxLength={500} placeholder="https://" value={one.url} onChange={(event) => change(at, { url: event.target.value })} />
          </FormItem>
          <Button size="m" mode="tertiary" onClick={() => onChange(links.filter((_, place) => place !== at))}>
            {t('guide.link.remove', { number: at + 1 })}
          </Button>
        </div>
      ))}
      {links.length > 0 && <p className={styles.note}>{t('guide.link.https')}</p>}
      {links.length < MOST_LINKS && (
        <div className={styles.buttons}>
          <Button size="m" mode="secondary" onClick={() => onChange([...links, { title: '', url: '' }])}>
            {t('guide.link.add')}
          </Button>
        </div>
      )}
    </>
  );
}
