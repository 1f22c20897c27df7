import { NativeSelect, SimpleCell, Switch } from '@vkontakte/vkui';
import { useId } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { change } from '../../core/store/store';
import { withConversation } from '../../core/store/thread';
import type { ChatSettings, Conversation } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import styles from './Rules.module.css';
import { changeSettings } from './server';
import { Silence } from './Silence';
import { texts } from './texts';

const RIGHTS = [
  ['who_writes', 'all', ['all', 'administrators']],
  ['who_invites', 'administrators', ['all', 'administrators', 'owner']],
  ['who_pins', 'administrators', ['all', 'administrators', 'owner']],
  ['who_calls', 'all', ['all', 'administrators', 'owner']],
  ['who_mentions_all', 'administrators', ['all', 'administrators', 'owner']],
] as const;

const SWITCHES = ['approval', 'forwarding_forbidden', 'members_hidden'] as const;
const SLOW = [0, 10, 30, 60, 300, 900, 3600];

/** What was changed is known here at once; the stream brings it to the others. */
export function keepSettings(conversation: Conversation, settings: ChatSettings): void {
  change((state) => {
    const known = state.conversations[conversation.id];
    return known === undefined ? state : withConversation(state, { ...known, settings });
  });
}

/** Who may do what in the chat, how fast, and who sees whom. */
export default function SettingsSheet({ conversation }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const settings = conversation.settings ?? {};
  const owner = conversation.my_role === 'owner';
  const set = (wish: ChatSettings) => {
    // Shown at once (a switch that is off while it waits would lose the focus), taken back when it is refused.
    keepSettings(conversation, { ...settings, ...wish });
    changeSettings(conversation.id, wish).then(
      (fresh) => keepSettings(conversation, fresh),
      (error: unknown) => {
        keepSettings(conversation, settings);
        toast(explain(error), { failed: true });
      },
    );
  };
  return (
    <div className={styles.form}>
      <Silence conversation={conversation} />
      <h4 className={styles.heading}>{t('rules.rights')}</h4>
      {RIGHTS.map(([name, usual, choices]) => {
        const value = settings[name] ?? usual;
        return (
          <Choice
            key={name}
            label={t(`rules.${name}`)}
            value={value}
            // What only the owner may do, only the owner grants.
            disabled={value === 'owner' && !owner}
            options={choices.filter((who) => owner || who !== 'owner' || value === 'owner').map((who) => [who, t(`rules.who.${who}`)])}
            onChange={(who) => set({ [name]: who })}
          />
        );
      })}
      <h4 className={styles.heading}>{t('rules.order')}</h4>
      <Choice
        label={t('rules.slow_mode')}
        value={String(settings.slow_mode ?? 0)}
        disabled={false}
        options={SLOW.map((pause) => [String(pause), t(`rules.slow.${pause}`)])}
        onChange={(pause) => set({ slow_mode: Number(pause) })}
      />
      <p className={styles.hint}>{t('rules.slow_mode.hint')}</p>
      {SWITCHES.map((name) => (
        <SimpleCell
          key={name}
          Component="label"
          multiline
          subtitle={t(`rules.${name}.hint`)}
          after={<Switch aria-label={t(`rules.${name}`)} checked={settings[name] === true} onChange={(event) => set({ [name]: event.target.checked })} />}
        >
          {t(`rules.${name}`)}
        </SimpleCell>
      ))}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  disabled: boolean;
  options: [value: string, label: string][];
  onChange: (value: string) => void;
}

export function Choice({ label, value, disabled, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.setting}>
      <label htmlFor={id}>{label}</label>
      <NativeSelect id={id} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
