import { Switch } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import { mayChange } from './draft';
import type { FieldProps } from './PollComposer';
import styles from './PollComposer.module.css';
import { texts } from './texts';

/** How the poll goes; what contradicts another choice is switched off and says why by its neighbour. */
export function PollSettings({ draft, set }: FieldProps) {
  const t = useTexts(texts);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('poll.settings')}</legend>
      <Toggle label={t('poll.set.anonymous')} hint={t('poll.set.anonymous.hint')} on={draft.anonymous} onChange={(anonymous) => set({ anonymous })} />
      <Toggle label={t('poll.set.many')} on={draft.many && !draft.quiz} off={draft.quiz} onChange={(many) => set({ many })} />
      <Toggle label={t('poll.set.quiz')} hint={draft.quiz ? t('poll.set.quiz.hint') : ''} on={draft.quiz} onChange={(quiz) => set({ quiz })} />
      <Toggle label={t('poll.set.change')} on={draft.change && mayChange(draft)} off={!mayChange(draft)} onChange={(change) => set({ change })} />
      <Toggle label={t('poll.set.hide')} hint={draft.hide ? t('poll.set.hide.hint') : ''} on={draft.hide} onChange={(hide) => set({ hide })} />
    </fieldset>
  );
}

interface ToggleProps {
  label: string;
  hint?: string;
  on: boolean;
  /** Makes no sense together with what else is chosen. */
  off?: boolean;
  onChange: (on: boolean) => void;
}

function Toggle({ label, hint = '', on, off = false, onChange }: ToggleProps) {
  return (
    <label className={styles.toggle} data-off={off}>
      <span className={styles.words}>
        <span>{label}</span>
        {hint !== '' && <span className={styles.hint}>{hint}</span>}
      </span>
      <Switch aria-label={label} checked={on} disabled={off} onChange={(event) => onChange(event.target.checked)} />
    </label>
  );
}
