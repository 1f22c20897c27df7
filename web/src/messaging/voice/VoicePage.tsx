import { useExplain } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import { Page, Section } from '../../core/ui/Page';
import { LoadingState } from '../../core/ui/states';
import { Switchable } from '../../core/ui/Switchable';
import { chooseAlways, useAlways, useSpeech } from './speech';
import { useVoiceTexts } from './texts';

/** What a person chose about voice messages, on every device of theirs. */
export default function VoicePage() {
  const t = useVoiceTexts();
  const explain = useExplain();
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
        <Switchable
          title={t('text.always')}
          hint={t(speech.available ? 'text.always.hint' : 'text.always.none')}
          checked={always}
          disabled={!speech.available && !always}
          onChange={change}
        />
      </Section>
    </Page>
  );
}
