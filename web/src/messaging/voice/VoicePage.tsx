import { Switch } from '@vkontakte/vkui';
import { useId } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import { Page, Section } from '../../core/ui/Page';
import { LoadingState } from '../../core/ui/states';
import { chooseAlways, useAlways, useSpeech } from './speech';
import { useVoiceTexts } from './texts';
import styles from './VoicePage.module.css';

/** What a person chose about voice messages, on every device of theirs. */
export default function VoicePage() {
  const t = useVoiceTexts();
  const explain = useExplain();
  const id = useId();
  const speech = useSpeech();
  const always = useAlways();
  const change = (on: boolean) => {
    chooseAlways(on).then(
      () => toast(t(on ? 'text.always.on' : 'text.always.off')),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
  };
  if (speech === undefined || always === undefined) return <LoadingState />;
  return (
    <Page title={t('page.title')} up="/settings">
      <Section>
        <div className={styles.line}>
          <label htmlFor={id} className={styles.name}>
            {t('text.always')}
          </label>
          <Switch id={id} checked={always} disabled={!speech.available && !always} aria-describedby={`${id}-hint`} onChange={(event) => change(event.target.checked)} />
          <span id={`${id}-hint`} className={styles.hint}>
            {t(speech.available ? 'text.always.hint' : 'text.always.none')}
          </span>
        </div>
      </Section>
    </Page>
  );
}
