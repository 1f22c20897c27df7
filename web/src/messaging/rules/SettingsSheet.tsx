import { SimpleCell, Switch } from '@vkontakte/vkui';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { ChatSettings, Conversation } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { Choice } from './Choice';
import { keepSettings } from './keepSettings';
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
      <h3 className={styles.heading}>{t('rules.rights')}</h3>
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
      <h3 className={styles.heading}>{t('rules.order')}</h3>
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
