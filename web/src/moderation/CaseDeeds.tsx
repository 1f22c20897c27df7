import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { confirm, toast } from '../core/ui/dialogs';
import { briefName } from '../core/ui/names';
import { useMe } from '../identity/session';
import styles from './Moderation.module.css';
import { casesChanged, giveBack, passOn, take, type Case } from './server';
import { texts } from './texts';

/** Whose case it is: taking it, leaving it to others, passing it on. */
export function CaseDeeds({ case: one }: { case: Case }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const act = async (deed: (id: number) => Promise<unknown>, done?: string) => {
    setBusy(true);
    try {
      await deed(one.id);
      if (done) toast(done);
    } catch (error) {
      toast(explain(error), { failed: true });
    } finally {
      casesChanged();
      setBusy(false);
    }
  };
  const pass = async () => {
    const agreed = await confirm({ title: t('case.pass.ask'), text: t('case.pass.text'), action: t('case.pass') });
    if (agreed) await act(passOn, t('case.passed'));
  };
  const taken = one.taken_by !== null;
  return (
    <>
      {one.taken_by && one.taken_by.id !== me.id && (
        <p className={styles.answer} role="note">
          {t('case.busy', { name: briefName(one.taken_by) })}
        </p>
      )}
      <div className={styles.deeds}>
        <Button mode="secondary" size="m" loading={busy} onClick={() => void act(taken ? giveBack : take)}>
          {t(taken ? 'case.give_back' : 'case.take')}
        </Button>
        {!one.for_operators && (
          <Button mode="tertiary" size="m" disabled={busy} onClick={() => void pass()}>
            {t('case.pass')}
          </Button>
        )}
      </div>
    </>
  );
}
