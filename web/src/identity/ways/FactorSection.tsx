import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast, type Question } from '../../core/ui/dialogs';
import { Facts, Section } from '../../core/ui/Page';
import { Sheet } from '../../core/ui/Sheet';
import { RecoveryCodes } from './RecoveryCodes';
import { chooseKeys, forgetDevices, getFactor, removeApp, renewCodes, switchOff, type Standing } from './server';
import { SetUpApp } from './SetUpApp';
import { texts } from './texts';
import styles from './Ways.module.css';

/** The second factor of somebody on the staff; others are not offered one. */
export function FactorSection() {
  const t = useTexts(texts);
  const { data } = useQuery({ queryKey: ['second-factor'], queryFn: getFactor });
  const standing = data?.standing;
  if (!standing || standing.wanted === 'off' || !(standing.staff || standing.on)) return null;
  const said = [t(standing.on ? 'factor.on' : 'factor.off'), standing.wanted === 'required' && t('factor.required')];
  return (
    <Section title={t('factor.title')} hint={said.filter(Boolean).join(' ')}>
      <Facts
        items={[
          { name: t('factor.app'), value: t(standing.totp ? 'factor.app.on' : 'factor.app.off') },
          { name: t('factor.keys'), value: t('factor.keys.count', { count: standing.passkeys }) },
          ...(standing.on
            ? [
                { name: t('factor.codes'), value: t('factor.codes.left', { count: standing.recovery_codes }) },
                ...(standing.remembered_devices > 0 ? [{ name: t('factor.devices'), value: String(standing.remembered_devices) }] : []),
              ]
            : []),
        ]}
      />
      <Deeds standing={standing} />
    </Section>
  );
}

function Deeds({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [open, setOpen] = useState<'app' | 'codes' | null>(null);
  const [codes, setCodes] = useState<string[]>([]);
  const refresh = () => cache.invalidateQueries({ queryKey: ['second-factor'] });
  const shown = (made: string[]) => {
    setCodes(made);
    setOpen(made.length ? 'codes' : null);
    void refresh();
  };
  const run = async (work: () => Promise<unknown>, said: string, question?: Question) => {
    if (question && !(await confirm({ destructive: true, ...question }))) return;
    try {
      await work();
      if (said) toast(said);
    } catch (error) {
      toast(explain(error), { failed: true });
    }
    await refresh();
  };
  const ask = (name: string): Question => ({ title: t(`${name}.ask`), text: t(`${name}.text`), action: t(name) });
  const codesFrom = (work: () => Promise<{ codes: string[] }>) => async () => shown((await work()).codes);
  return (
    <div className={styles.buttons}>
      <Button size="m" mode={standing.totp ? 'secondary' : 'primary'} onClick={() => setOpen('app')}>
        {t(standing.totp ? 'factor.app.replace' : 'factor.app.add')}
      </Button>
      {!standing.on && standing.passkeys > 0 && (
        <Button size="m" mode="secondary" onClick={() => void run(codesFrom(chooseKeys), t('factor.done'))}>
          {t('factor.keys.choose')}
        </Button>
      )}
      {standing.on && (
        <Button size="m" mode="secondary" onClick={() => void run(codesFrom(renewCodes), '', ask('factor.codes.renew'))}>
          {t('factor.codes.renew')}
        </Button>
      )}
      {standing.remembered_devices > 0 && (
        <Button size="m" mode="secondary" onClick={() => void run(forgetDevices, t('factor.devices.forgotten'))}>
          {t('factor.devices.forget')}
        </Button>
      )}
      {standing.totp && standing.passkeys > 0 && (
        <Button size="m" mode="tertiary" appearance="negative" onClick={() => void run(removeApp, '', ask('factor.app.remove'))}>
          {t('factor.app.remove')}
        </Button>
      )}
      {standing.on && standing.wanted !== 'required' && (
        <Button size="m" mode="tertiary" appearance="negative" onClick={() => void run(switchOff, t('factor.switched_off'), ask('factor.switch_off'))}>
          {t('factor.switch_off')}
        </Button>
      )}
      {open && (
        <Sheet fit preventClose title={t(open === 'app' ? 'factor.app' : 'codes.title')} onClose={() => setOpen(null)}>
          <div className={styles.sheet}>
            {open === 'app' ? <SetUpApp onDone={shown} /> : <RecoveryCodes codes={codes} onKept={() => setOpen(null)} />}
          </div>
        </Sheet>
      )}
    </div>
  );
}
