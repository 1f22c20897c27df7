import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { toast } from '../core/ui/dialogs';
import { PartTitle } from '../core/ui/Page';
import { AdministratorStep } from './AdministratorStep';
import styles from './Applications.module.css';
import { CheckStep } from './CheckStep';
import { DocumentStep } from './DocumentStep';
import { FormContext, STEPS, stepOf, useFormState, type StepName } from './form';
import { OrganisationStep } from './OrganisationStep';
import { PlaceStep } from './PlaceStep';
import type { Application } from './server';
import { texts } from './texts';
import { useDraft } from './useDraft';

const PARTS: Record<StepName, () => React.JSX.Element> = {
  organisation: OrganisationStep,
  place: PlaceStep,
  administrator: AdministratorStep,
  document: DocumentStep,
  check: CheckStep,
};

/** Five steps, each kept on the server as it is typed; any of them can be gone to at any time. */
export function Wizard({ application }: { application: Application }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const draft = useDraft(application);
  const [step, setStep] = useState<StepName>('organisation');
  const form = useFormState(application, draft, (field) => setStep(stepOf(field)));
  const place = STEPS.indexOf(step);
  const Part = PARTS[step];
  const go = async (to: StepName) => {
    form.attempt(step);
    setStep(to);
    await draft.flush().catch((error: unknown) => toast(explain(error), { failed: true }));
  };
  return (
    <FormContext value={form}>
      {application.state === 'returned' && <p className={styles.warn}>{t('wizard.returned', { reason: application.history[0]?.reason ?? '' })}</p>}
      <ol className={styles.steps} aria-label={t('wizard.steps')}>
        {STEPS.map((name) => (
          <li key={name}>
            <button type="button" className={styles.step} aria-current={name === step ? 'step' : undefined} onClick={() => void go(name)}>
              <span>{t(`wizard.${name}`)}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className={styles.note}>{t('wizard.step', { number: place + 1 })}</p>
      <PartTitle>{t(`wizard.${step}`)}</PartTitle>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <Part />
        <p className={styles.saving} role="status">
          {t(draft.saving === 'saved' ? 'wizard.saved' : draft.saving === 'saving' ? 'wizard.saving' : 'wizard.unsaved')}
        </p>
        <div className={styles.deeds}>
          {place > 0 && (
            <Button size="l" mode="secondary" onClick={() => void go(STEPS[place - 1]!)}>
              {t('wizard.back')}
            </Button>
          )}
          {step !== 'check' && (
            <Button size="l" onClick={() => void go(STEPS[place + 1]!)}>
              {t('wizard.next')}
            </Button>
          )}
        </div>
      </form>
    </FormContext>
  );
}
