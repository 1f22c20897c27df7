import { useTexts } from '../../core/i18n/useTexts';
import { Page, Section } from '../../core/ui/Page';
import { Switchable } from '../../core/ui/Switchable';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { changeNotifications } from '../server';
import { texts } from '../texts';
import { DeviceSection } from './DeviceSection';
import { KindsTable } from './KindsTable';
import { MailSection } from './MailSection';
import { useNotifications } from './useSaved';

/** Of what one is told, how loudly, and on which device. */
export default function NotificationsPage() {
  const t = useTexts(texts);
  const { data, error, refetch, change, keep } = useNotifications();
  return (
    <Page title={t('notify.title')} up="/settings">
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <DeviceSection notifications={data} onChange={keep} />
          <Section title={t('notify.kinds')} hint={t('notify.kinds.hint')}>
            <KindsTable
              notifications={data}
              onChange={(kind, signal, on) => {
                const kinds = data.kinds.map((one) => (one.kind === kind ? { ...one, [signal]: on } : one));
                void change({ ...data, kinds }, () => changeNotifications({ kinds: { [kind]: { [signal]: on } } }));
              }}
            />
          </Section>
          <Section>
            <Switchable
              title={t('notify.text')}
              hint={t('notify.text.hint')}
              checked={data.show_text}
              onChange={(show_text) => void change({ ...data, show_text }, () => changeNotifications({ show_text }))}
            />
          </Section>
          <MailSection notifications={data} change={change} />
        </>
      )}
    </Page>
  );
}
