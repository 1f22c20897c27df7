import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from '@vkontakte/vkui';
import { useId, useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import styles from './Policies.module.css';
import { changePolicy, readPolicy, type ContactPolicy } from './server';
import { texts } from './texts';

const CHOICES: { [Name in keyof ContactPolicy]: readonly ContactPolicy[Name][] } = {
  pupil_staff: ['allowed', 'second_adult', 'off'],
  pupils: ['request', 'class', 'off'],
  pupil_groups: ['yes', 'with_teacher', 'no'],
  parents: ['request', 'open', 'off'],
};
const NAMES = Object.keys(CHOICES) as (keyof ContactPolicy)[];

/** What an organisation allows its people among themselves; saved as one decision. */
export function PolicySection({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({
    queryKey: ['contact-policy', organisation],
    queryFn: () => readPolicy(organisation),
  });
  return (
    <Section title={t('rules.title')} hint={t('rules.hint')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && <Choices key={JSON.stringify(data)} organisation={organisation} policy={data} />}
    </Section>
  );
}

function Choices({ organisation, policy }: { organisation: number; policy: ContactPolicy }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [fresh, setFresh] = useState(policy);
  const [busy, setBusy] = useState(false);
  const same = NAMES.every((name) => fresh[name] === policy[name]);
  const save = async () => {
    const agreed = await confirm({ title: t('rules.ask'), text: t('rules.ask.text'), action: t('rules.save') });
    if (!agreed) return;
    setBusy(true);
    try {
      await changePolicy(organisation, fresh);
      toast(t('rules.saved'));
      for (const key of ['contact-policy', 'contact-rules', 'contact']) {
        await cache.invalidateQueries({ queryKey: [key, organisation] });
      }
    } catch (error) {
      toast(explain(error), { failed: true });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {NAMES.map((name) => (
        <Choice key={name} name={name} value={fresh[name]} onChange={(value) => setFresh({ ...fresh, [name]: value })} />
      ))}
      <div className={styles.buttons}>
        <Button size="m" loading={busy} disabled={same} onClick={() => void save()}>
          {t('rules.save')}
        </Button>
      </div>
    </>
  );
}

interface ChoiceProps {
  name: keyof ContactPolicy;
  value: string;
  onChange: (value: string) => void;
}

// A value without a hint has no such text.
const HINTED = new Set(['pupil_staff.second_adult', 'pupil_staff.off', 'pupils.request', 'pupil_groups.no']);

function Choice({ name, value, onChange }: ChoiceProps) {
  const t = useTexts(texts);
  const id = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{t(`rules.${name}`)}</legend>
      {CHOICES[name].map((one) => (
        <Radio
          key={one}
          name={`${id}-${name}`}
          value={one}
          checked={one === value}
          description={HINTED.has(`${name}.${one}`) ? t(`rules.${name}.${one}.hint`) : undefined}
          onChange={() => onChange(one)}
        >
          {t(`rules.${name}.${one}`)}
        </Radio>
      ))}
    </fieldset>
  );
}
