import { Button } from '@vkontakte/vkui';
import { useEffect, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { Switchable } from '../../core/ui/Switchable';
import { setDevice, useDevice } from '../device';
import { askPermission, pushState, switchPushOff, switchPushOn, type PushState } from '../push';
import type { Notifications } from '../server';
import { ring } from '../sound';
import { texts } from '../texts';
import styles from './Settings.module.css';

interface Props {
  notifications: Notifications;
  onChange: (fresh: Notifications) => void;
}

/** What this device alone decides; permission is asked by a press and never before. */
export function DeviceSection({ notifications, onChange }: Props) {
  const t = useTexts(texts);
  const device = useDevice();
  const { subscribed } = notifications.push;
  const desktop = async (on: boolean) => {
    if (on && !(await askPermission())) return toast(t('notify.push.denied'), { failed: true });
    setDevice({ desktop: on });
  };
  return (
    <Section title={t('notify.device')}>
      <Push notifications={notifications} onChange={onChange} />
      <Switchable
        title={t('notify.desktop')}
        hint={subscribed ? t('notify.desktop.pushed') : undefined}
        checked={device.desktop && !subscribed}
        disabled={subscribed}
        onChange={(on) => void desktop(on)}
      />
      <Switchable
        title={t('notify.sound')}
        checked={device.sound}
        after={
          <Button mode="tertiary" size="s" onClick={() => ring({ always: true })}>
            {t('notify.sound.try')}
          </Button>
        }
        onChange={(sound) => setDevice({ sound })}
      />
      <Switchable title={t('notify.banner')} checked={device.banner} onChange={(banner) => setDevice({ banner })} />
    </Section>
  );
}

function Push({ notifications, onChange }: Props) {
  const t = useTexts(texts);
  const { push } = notifications;
  const [state, setState] = useState<PushState | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let current = true;
    void pushState(push.subscribed).then((found) => current && setState(found));
    return () => {
      current = false;
    };
  }, [push.subscribed]);
  if (!push.allowed) return <p className={styles.note}>{t('notify.push.off')}</p>;
  const turn = async (on: boolean) => {
    setBusy(true);
    try {
      const now = on ? await switchPushOn(push.key ?? '') : await switchPushOff().then((): PushState => 'off');
      setState(now);
      onChange({ ...notifications, push: { ...push, subscribed: now === 'on' } });
      if (now === 'on') toast(t('notify.push.on'));
    } catch {
      toast(t('notify.push.failed'), { failed: true });
    } finally {
      setBusy(false);
    }
  };
  const impossible = state === 'unsupported' || state === 'denied';
  return (
    <Switchable
      title={t('notify.push')}
      hint={impossible ? t(`notify.push.${state}`) : t('notify.push.hint', { hosts: push.hosts.join(', ') })}
      checked={state === 'on'}
      disabled={state === null || impossible || busy}
      onChange={(on) => void turn(on)}
    />
  );
}
