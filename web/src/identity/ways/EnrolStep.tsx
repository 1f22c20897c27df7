import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { canUseKeys, isGivenUp } from './browser';
import { NameForm } from './NameForm';
import { RecoveryCodes } from './RecoveryCodes';
import { addKey, chooseKeys } from './server';
import { SetUpApp } from './SetUpApp';
import { texts } from './texts';
import styles from './Ways.module.css';

/** A factor is required and there is none: choose one, set it up, keep the recovery codes. */
export function EnrolStep({ onDone }: { onDone: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [way, setWay] = useState<'app' | 'key' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const finish = (made: string[]) => (made.length ? setCodes(made) : onDone());
  const byKey = async (name: string) => {
    setBusy(true);
    try {
      await addKey(name);
      finish((await chooseKeys()).codes);
    } catch (error) {
      if (!isGivenUp(error)) toast(explain(error), { failed: true });
    }
    setBusy(false);
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (way === 'key') return <NameForm action={t('keys.add')} busy={busy} onName={(name) => void byKey(name)} onCancel={() => setWay(null)} />;
  if (way === 'app') {
    return (
      <>
        <SetUpApp onDone={finish} />
        <Button size="m" mode="tertiary" stretched onClick={() => setWay(null)}>
          {t('door.back')}
        </Button>
      </>
    );
  }
  return (
    <div className={styles.door}>
      <Button size="l" stretched onClick={() => setWay('app')}>
        {t('door.enrol.app')}
      </Button>
      {canUseKeys() && (
        <Button size="l" mode="secondary" stretched onClick={() => setWay('key')}>
          {t('door.enrol.key')}
        </Button>
      )}
    </div>
  );
}
