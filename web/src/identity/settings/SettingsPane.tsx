import {
  Icon28ComputerSmartphoneOutline,
  Icon28DocumentTextOutline,
  Icon28DoorArrowRightOutline,
  Icon28HelpCircleOutline,
  Icon28KeyOutline,
  Icon28LockOutline,
  Icon28MoonOutline,
  Icon28Notifications,
  Icon28PaletteOutline,
  Icon28PrivacyOutline,
  Icon28ReportOutline,
  Icon28SchoolOutline,
  Icon28ShieldKeyholeOutline,
  Icon28UserCircleOutline,
  Icon28Users3Outline,
  Icon28VoiceOutline,
} from '@vkontakte/icons';
import type { ComponentType } from 'react';

import { useExplain, useT } from '../../core/i18n/useT';
import { useWide } from '../../core/navigation/useWide';
import { confirm, toast } from '../../core/ui/dialogs';
import { MenuCell } from '../../core/ui/MenuCell';
import { Pane } from '../../core/ui/Pane';
import { leave, useSession } from '../session';
import { useNamedForAlerts } from './useNamedForAlerts';
import styles from './SettingsPane.module.css';

const PAGES: [string, ComponentType][] = [
  ['profile', Icon28UserCircleOutline],
  ['family', Icon28Users3Outline],
  ['privacy', Icon28LockOutline],
  ['notifications', Icon28Notifications],
  ['quiet', Icon28MoonOutline],
  ['voice', Icon28VoiceOutline],
  ['appearance', Icon28PaletteOutline],
  ['ways', Icon28KeyOutline],
  ['devices', Icon28ComputerSmartphoneOutline],
  ['reports', Icon28ReportOutline],
  ['connect', Icon28SchoolOutline],
  ['alerts', Icon28HelpCircleOutline],
  ['watching', Icon28ShieldKeyholeOutline],
  ['data', Icon28PrivacyOutline],
  ['documents', Icon28DocumentTextOutline],
];

/** The menu of settings; signing out stands apart at its foot. */
export default function SettingsPane({ active }: { active: string | null }) {
  const t = useT();
  const explain = useExplain();
  const wide = useWide();
  const version = useSession((session) => session.settings?.version);
  const named = useNamedForAlerts();
  const shown = active ?? (wide ? 'profile' : null);
  const signOut = async () => {
    const agreed = await confirm({
      title: t('settings.sign_out.question'),
      text: t('settings.sign_out.hint'),
      action: t('settings.sign_out'),
      destructive: true,
    });
    if (agreed) await leave().catch((error: unknown) => toast(explain(error), { failed: true }));
  };
  return (
    <Pane title={t('settings.title')}>
      <nav aria-label={t('settings.title')} className={styles.menu}>
        {PAGES.filter(([page]) => page !== 'alerts' || named).map(([page, Icon]) => (
          <MenuCell key={page} to={`/settings/${page}`} icon={<Icon />} active={shown === page}>
            {t(`settings.${page}`)}
          </MenuCell>
        ))}
      </nav>
      <div className={styles.foot}>
        <button type="button" className={styles.leave} onClick={() => void signOut()}>
          <Icon28DoorArrowRightOutline aria-hidden="true" />
          {t('settings.sign_out')}
        </button>
        {version && <p className={styles.version}>{t('settings.version', { version })}</p>}
      </div>
    </Pane>
  );
}
