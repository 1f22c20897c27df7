import { Button, Placeholder } from '@vkontakte/vkui';
import { Icon56WifiOutline } from '@vkontakte/icons';
import { lazy, Suspense, useEffect } from 'react';

import { useT } from '../core/i18n/useT';
import { match } from '../core/navigation/match';
import { navigate, usePath } from '../core/navigation/router';
import { LoadingState } from '../core/ui/states';
import { openSession, useSession } from '../identity/session';
import { startMessaging } from '../messaging/start';
import { Shell } from './Shell';

const SignInPage = lazy(() => import('../identity/sign-in/SignInPage'));
const FactorDoor = lazy(() => import('../identity/ways/FactorDoor'));
const DemoPage = lazy(() => import('../identity/demo/DemoPage'));
const DocumentsDoor = lazy(() => import('../identity/DocumentsDoor'));
const UnsubscribePage = lazy(() => import('../notifications/UnsubscribePage'));
const Moderation = lazy(() => import('../moderation/Host'));
const ReturnPage = lazy(() => import('../identity/outside/ReturnPage'));
const Applications = lazy(() => import('../applications/Host'));
const PrintPage = lazy(() => import('../organisations/invites/PrintPage'));
const RegionsDoor = lazy(() => import('../organisations/regions/RegionsDoor'));
const Notifications = lazy(() => import('../notifications/Host'));

/** Decides what a visitor sees first: the door, the documents to accept, or the rooms behind them. */
export function Doorway() {
  const { state, me, settings } = useSession();
  const path = usePath();
  const toAccept = me?.documents_to_accept.length ?? 0;
  const outside = path === '/sign-in' || path === '/demo';
  const id = me?.id;
  // The link of a letter works whoever is signed in here, or nobody.
  const printed = match('/print/invites/:id', path)?.['id'];
  const letter = match('/unsubscribe/:token', path)?.['token'];
  // A service has sent the browser back: to sign in, or to whoever is in and links it.
  const service = match('/sign-in/:provider', path)?.['provider'];
  // Read before signing in, and by whoever is in.
  const region = match('/regions/:id', path)?.['id'];
  const regions = path === '/regions' ? '' : region;
  const apart = letter ?? service ?? regions;

  useEffect(() => {
    if (apart !== undefined) return;
    if (state === 'out' && !outside) navigate('/sign-in', { replace: true });
    if (state === 'in' && (outside || path === '/')) navigate('/chats', { replace: true });
  }, [state, outside, path, apart]);

  useEffect(() => {
    const person = useSession.getState().me;
    if (id !== undefined && person && toAccept === 0) void startMessaging(person);
  }, [id, toAccept]);

  if (state === 'unknown') return <LoadingState />;
  if (state === 'unreachable') return <Unreachable />;
  return (
    <Suspense fallback={<LoadingState />}>
      {letter !== undefined && <UnsubscribePage token={letter} />}
      {service !== undefined && <ReturnPage provider={service} />}
      {regions !== undefined && <RegionsDoor id={region ? Number(region) : null} />}
      {apart === undefined && state === 'out' && (path === '/demo' && settings?.demo !== false ? <DemoPage /> : <SignInPage />)}
      {apart === undefined && state === 'limited' && <FactorDoor />}
      {apart === undefined && state === 'in' && (toAccept > 0 ? <DocumentsDoor /> : printed === undefined ? <Shell /> : <PrintPage id={printed} />)}
      <Suspense>{state === 'in' && toAccept === 0 && <Notifications key={id} />}</Suspense>
      <Suspense>{state === 'in' && toAccept === 0 && <Moderation />}</Suspense>
      <Suspense>{state === 'in' && toAccept === 0 && <Applications />}</Suspense>
    </Suspense>
  );
}

function Unreachable() {
  const t = useT();
  return (
    <Placeholder
      stretched
      icon={<Icon56WifiOutline />}
      title={t('shell.unreachable')}
      action={
        <Button size="m" onClick={() => void openSession()}>
          {t('action.retry')}
        </Button>
      }
    >
      {t('shell.unreachable.hint')}
    </Placeholder>
  );
}
