import { Link as VkLink } from '@vkontakte/vkui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Door } from '../Door';
import { leave, goOn } from '../session';
import { canUseKeys } from './browser';
import { EnrolStep } from './EnrolStep';
import { getFactor } from './server';
import { ShowStep, type Way } from './ShowStep';
import { texts } from './texts';

/** Between the code and the rooms: show the second factor, or set one up first. */
export default function FactorDoor() {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['second-factor'], queryFn: getFactor, gcTime: 0 });
  const [chosen, setWay] = useState<Way | null>(null);
  const foot = <VkLink onClick={() => void leave()}>{t('door.leave')}</VkLink>;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  if (data.lacks === 'enrolment') {
    return (
      <Door title={t('door.enrol')} hint={t('door.enrol.hint')} foot={foot}>
        <EnrolStep onDone={() => void goOn()} />
      </Door>
    );
  }
  const { totp, passkeys } = data.standing;
  const way = chosen ?? (totp ? 'app' : passkeys > 0 && canUseKeys() ? 'key' : 'recovery');
  return (
    <Door title={t('door.factor')} hint={t(`door.factor.${way}`)} foot={foot}>
      <ShowStep key={way} way={way} standing={data.standing} onWay={setWay} onPassed={() => void goOn()} />
    </Door>
  );
}
