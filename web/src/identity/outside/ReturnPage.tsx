import { Button, Spinner } from '@vkontakte/vkui';
import { useState } from 'react';

import { ApiError, isProblem } from '../../core/api/error';
import type { DocumentName } from '../../core/api/types';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { toast } from '../../core/ui/dialogs';
import { DocumentDoor } from '../documents/DocumentDoor';
import { Door } from '../Door';
import { useSession } from '../session';
import { ConsentsStep } from '../sign-in/ConsentsStep';
import { ProfileStep } from '../sign-in/ProfileStep';
import { leaveToLink, leaveToSignIn } from './leaving';
import { texts } from './texts';
import { useReturn } from './useReturn';

/** Where a service sends the browser back to: the wait, what the first sign-in still needs, or why nobody came in. */
export default function ReturnPage({ provider }: { provider: string }) {
  const t = useTexts(texts);
  const [reading, setReading] = useState<DocumentName | null>(null);
  const title = useSession(({ settings }) => settings?.outside.find((one) => one.provider === provider)?.title ?? '');
  const { now, signIn } = useReturn(provider, () => toast(t('ways.done', { name: t('ways.name', { provider, title }) })));
  if (reading) return <DocumentDoor name={reading} onBack={() => setReading(null)} />;
  if (now.step === 'failed') return <Failed provider={provider} error={now.error} />;
  if (now.step === 'coming')
    return (
      <Door title={t('outside.coming')}>
        <Spinner size="l" />
      </Door>
    );
  return (
    <Door title={t(`sign_in.${now.step}`)} hint={t(`sign_in.${now.step}.hint`)}>
      {now.step === 'profile' && <ProfileStep signIn={signIn} onRead={setReading} />}
      {now.step === 'consents' && <ConsentsStep signIn={signIn} onRead={setReading} />}
    </Door>
  );
}

const TITLED = /^outside_(cancelled|expired|unavailable|unconfirmed|no_contact|unlinked|taken)$/;

function Failed({ provider, error }: { provider: string; error: unknown }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const inside = useSession((session) => session.state === 'in');
  const [shown, setShown] = useState(error);
  const code = shown instanceof ApiError && TITLED.test(shown.code) ? shown.code : null;
  const failed = inside ? 'outside.failed.link' : 'outside.failed';
  const title = t(code && (!inside || code === 'outside_taken') ? `outside.failed.${code}` : failed);
  const again = () => (inside ? leaveToLink(provider) : leaveToSignIn(provider, '')).catch(setShown);
  const child = provider === 'esia' && (isProblem(shown, 'outside_unconfirmed') || isProblem(shown, 'outside_no_contact'));
  return (
    <Door title={title} hint={<span role="alert">{explain(shown)}</span>}>
      {child && !inside && <p style={{ marginBlockStart: 0 }}>{t('outside.child')}</p>}
      <Button size="l" stretched onClick={() => navigate(inside ? '/settings/ways' : '/sign-in', { replace: true })}>
        {t(inside ? 'outside.to_ways' : 'outside.by_code')}
      </Button>
      <Button size="l" mode="tertiary" stretched onClick={() => void again()} style={{ marginTop: 8 }}>
        {t('outside.again')}
      </Button>
    </Door>
  );
}
