import { Icon16PenOutline, Icon20TextTtOutline } from '@vkontakte/icons';
import { Spinner } from '@vkontakte/vkui';
import { lazy, Suspense, useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import type { Message, Transcript as Text } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { askTranscript, useSpeech, type Lack } from './speech';
import { useVoiceTexts } from './texts';
import styles from './Transcript.module.css';

const MendTranscript = lazy(() => import('./MendTranscript'));
const HowToHear = lazy(() => import('./HowToHear'));

const SHORT = 280;

interface Shown {
  text: Text | null;
  /** Somebody asked from here, and the answer is on its way. */
  asking: boolean;
  hidden: boolean;
  press: () => void;
  ask: () => void;
  lacks: Lack | null;
  explained: boolean;
  explain: (open: boolean) => void;
  offered: boolean;
}

/** What one may do about the text of a spoken message, and what there is of it. */
export function useTranscript(message: Message): Shown {
  const explainError = useExplain();
  const speech = useSpeech();
  const [asking, setAsking] = useState(false);
  const [hidden, setHidden] = useState(false);
  const [explained, explain] = useState(false);
  const text = message.content?.transcript ?? null;
  const lacks = speech?.lacks ?? null;
  const ask = () => {
    setAsking(true);
    setHidden(false);
    askTranscript(message.id)
      .catch((error: unknown) => toast(explainError(error), { failed: true }))
      .finally(() => setAsking(false));
  };
  const press = () => {
    if (text !== null && text.state !== 'failed') setHidden((was) => !was);
    else if (lacks !== null) explain(true);
    else ask();
  };
  const offered = text !== null || speech?.available === true || lacks !== null;
  return { text, asking, hidden, press, ask, lacks, explained, explain, offered };
}

export function TranscriptButton({ transcript }: { transcript: Shown }) {
  const t = useVoiceTexts();
  const { text, hidden, press, offered, explained, explain, lacks } = transcript;
  if (!offered) return null;
  const open = text !== null && !hidden;
  return (
    <>
      <button type="button" className={styles.button} aria-expanded={open} aria-label={t(open ? 'text.hide' : 'text.show')} title={t(open ? 'text.hide' : 'text.show')} onClick={press}>
        <Icon20TextTtOutline aria-hidden="true" />
      </button>
      <Suspense>{explained && lacks !== null && <HowToHear lacks={lacks} onClose={() => explain(false)} />}</Suspense>
    </>
  );
}

/** What was said, under what can be heard. */
export function Transcript({ message, transcript, mine }: { message: Message; transcript: Shown; mine: boolean }) {
  const t = useVoiceTexts();
  const [mending, setMending] = useState(false);
  const { text, asking, hidden, ask } = transcript;
  if (asking || text?.state === 'waiting') {
    return hidden ? null : (
      <div className={styles.waiting} role="status">
        <Spinner size="s" noColor>
          {null}
        </Spinner>
        {t('text.waiting')}
      </div>
    );
  }
  if (text === null || hidden) return null;
  if (text.state === 'failed') {
    return (
      <div className={styles.failed}>
        {t('text.failed')}{' '}
        <button type="button" className={styles.link} onClick={ask}>
          {t('text.again')}
        </button>
      </div>
    );
  }
  if (mending) {
    return (
      <Suspense>
        <MendTranscript messageId={message.id} text={text.text} onClose={() => setMending(false)} />
      </Suspense>
    );
  }
  const mendable = mine && message.content?.forwarded === undefined;
  return <Ready text={text} {...(mendable ? { onMend: () => setMending(true) } : {})} />;
}

function Ready({ text, onMend }: { text: Text; onMend?: () => void }) {
  const t = useVoiceTexts();
  const [whole, setWhole] = useState(false);
  const long = text.text.length > SHORT;
  const said = long && !whole ? `${text.text.slice(0, SHORT).trimEnd()}…` : text.text;
  return (
    <div className={styles.text}>
      {text.text === '' ? <span className={styles.nothing}>{t('text.nothing')}</span> : <p className={styles.said}>{said}</p>}
      <div className={styles.foot}>
        {long && (
          <button type="button" className={styles.link} aria-expanded={whole} onClick={() => setWhole((was) => !was)}>
            {t(whole ? 'text.less' : 'text.whole')}
          </button>
        )}
        {text.edited && <span className={styles.edited}>{t('text.edited')}</span>}
        {onMend && (
          <button type="button" className={styles.mend} aria-label={t('text.mend')} title={t('text.mend')} onClick={onMend}>
            <Icon16PenOutline aria-hidden="true" />
          </button>
        )}
      </div>
    </div>
  );
}
