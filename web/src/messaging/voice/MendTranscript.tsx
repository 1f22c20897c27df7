import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import { mendTranscript } from './speech';
import { useVoiceTexts } from './texts';
import styles from './Transcript.module.css';

const LONGEST = 60_000;

/** The author knows best what was said. */
export default function MendTranscript({ messageId, text, onClose }: { messageId: number; text: string; onClose: () => void }) {
  const t = useVoiceTexts();
  const explain = useExplain();
  const [written, setWritten] = useState(text);
  const [saving, setSaving] = useState(false);
  const clean = written.trim();
  const save = async () => {
    setSaving(true);
    try {
      if (clean !== text) await mendTranscript(messageId, clean);
      onClose();
    } catch (error) {
      toast(explain(error), { failed: true });
      setSaving(false);
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape gives up wherever one stands in it
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to write here */}
      <textarea className={styles.field} value={written} maxLength={LONGEST} aria-label={t('text.field')} autoFocus onChange={(event) => setWritten(event.target.value)} />
      {written.length >= LONGEST && <span className={styles.edited}>{t('text.too_long')}</span>}
      <div className={styles.deeds}>
        <Button size="s" mode="secondary" onClick={onClose}>
          {t('text.cancel')}
        </Button>
        <Button size="s" type="submit" loading={saving} disabled={clean === ''}>
          {t('text.save')}
        </Button>
      </div>
    </form>
  );
}
