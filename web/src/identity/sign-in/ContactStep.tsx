import { Button, FormItem, Input } from '@vkontakte/vkui';
import { lazy, Suspense, useState, type FormEvent } from 'react';

import type { DocumentName } from '../../core/api/types';
import { useExplain, useT } from '../../core/i18n/useT';
import { Link } from '../../core/navigation/Link';
import { navigate } from '../../core/navigation/router';
import { useSession } from '../session';
import styles from './ContactStep.module.css';
import type { SignIn } from './useSignIn';

const KeyEntry = lazy(() => import('../ways/KeyEntry'));
const OutsideButtons = lazy(() => import('../outside/OutsideButtons'));

export function ContactStep({ signIn, onRead }: { signIn: SignIn; onRead: (name: DocumentName) => void }) {
  const t = useT();
  const explain = useExplain();
  const { flow, askCode } = signIn;
  const demo = useSession((session) => session.settings?.demo ?? false);
  const outside = useSession((session) => (session.settings?.outside.length ?? 0) > 0);
  const [contact, setContact] = useState(flow.contact);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (contact.trim()) void askCode(contact.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <FormItem
        noPadding
        top={t('sign_in.contact.field')}
        htmlFor="contact"
        status={flow.error ? 'error' : 'default'}
        bottom={flow.error ? <span role="alert">{explain(flow.error)}</span> : undefined}
      >
        <Input
          id="contact"
          name="contact"
          autoComplete="username"
          autoFocus
          maxLength={120}
          placeholder="+7 900 000-00-00"
          value={contact}
          aria-invalid={Boolean(flow.error)}
          onChange={(event) => setContact(event.target.value)}
        />
      </FormItem>
      <Button type="submit" size="l" stretched loading={flow.busy} disabled={!contact.trim()} style={{ marginTop: 20 }}>
        {t('action.continue')}
      </Button>
      <Suspense>{outside && <OutsideButtons />}</Suspense>
      <Suspense>
        <KeyEntry onRead={onRead} />
      </Suspense>
      <p className={styles.teachers}>
        <Link to="/regions">{t('sign_in.regions')}</Link>
      </p>
      {demo && (
        <Button size="l" mode="secondary" stretched onClick={() => navigate('/demo')} style={{ marginTop: 12 }}>
          {t('demo.title')}
        </Button>
      )}
    </form>
  );
}
