import { Button, FormItem, Radio, RadioGroup, Textarea } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { useComplaint, type Complaint } from '../core/ui/complaint';
import { toast } from '../core/ui/dialogs';
import { Sheet } from '../core/ui/Sheet';
import styles from './Moderation.module.css';
import { KINDS, report, type ReportKind } from './server';
import { texts } from './texts';

const LONGEST = 1000;
const URGENT: ReportKind[] = ['threat', 'self_harm'];

const close = () => useComplaint.setState({ complaint: null });

/** What happened, in one choice and perhaps a few words. */
export default function ReportDialog({ complaint }: { complaint: Complaint }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [kind, setKind] = useState<ReportKind | null>(null);
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const send = () => {
    if (kind === null) return;
    setBusy(true);
    report(complaint, kind, words).then(
      () => {
        toast(t('report.sent'));
        close();
      },
      (error: unknown) => {
        toast(explain(error), { failed: true });
        setBusy(false);
      },
    );
  };
  return (
    <Sheet title={t('report.title')} fit preventClose={words !== ''} onClose={close}>
      <div className={styles.form}>
        <p className={styles.about}>
          <span className={styles.note}>{t(`report.about.${complaint.target}`)}</span>
          <span className={styles.excerpt}>{complaint.about || t('report.about.files')}</span>
        </p>
        <RadioGroup mode="vertical" aria-label={t('report.kind')} className={styles.kinds}>
          <h3 className={styles.question}>{t('report.kind')}</h3>
          {KINDS.map((one) => (
            <Radio key={one} name="report-kind" value={one} checked={kind === one} onChange={() => setKind(one)}>
              {t(`report.kind.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        {kind !== null && URGENT.includes(kind) && (
          <p className={styles.urgent} role="note">
            {t('report.urgent')}
          </p>
        )}
        <FormItem top={t('report.words')} bottom={t('report.words.hint')} htmlFor="report-words">
          <Textarea id="report-words" value={words} maxLength={LONGEST} onChange={(event) => setWords(event.target.value)} />
        </FormItem>
        <p className={styles.seen}>{t(`report.seen.${complaint.target}`)}</p>
        <div className={styles.foot}>
          <Button size="l" appearance="negative" disabled={kind === null} loading={busy} onClick={send}>
            {t('report.send')}
          </Button>
          <Button size="l" mode="secondary" disabled={busy} onClick={close}>
            {t('action.cancel')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
