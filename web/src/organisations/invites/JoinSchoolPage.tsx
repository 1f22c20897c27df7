import { Icon56LinkCircleOutline, Icon56LockOutline } from '@vkontakte/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { isProblem } from '../../core/api/error';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { Page } from '../../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { useMe } from '../../identity/session';
import { Door } from './Door';
import styles from './Invites.module.css';
import { lookAtInvite } from './server';
import { texts } from './texts';

/** Where a school's invite leads; without a code, the place to type one from paper. */
export default function JoinSchoolPage({ code }: { code: string | undefined }) {
  const t = useTexts(texts);
  return (
    <Page title={t('come.title')} up="/chats">
      {code === undefined ? <CodeForm /> : <Looked code={code} />}
    </Page>
  );
}

function Looked({ code }: { code: string }) {
  const me = useMe();
  const query = useQuery({
    queryKey: ['school-joining', code, me.id],
    queryFn: () => lookAtInvite(code),
    retry: false,
    gcTime: 0,
  });
  if (query.isPending) return <LoadingState />;
  if (query.error !== null && query.data === undefined) return <Nowhere error={query.error} onRetry={() => void query.refetch()} />;
  return <Door code={code} joining={query.data} onChanged={() => void query.refetch()} />;
}

function Nowhere({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTexts(texts);
  const why = isProblem(error, 'not_found') ? 'come.nothing' : isProblem(error, 'invite_no_longer') ? 'come.over' : null;
  if (why === null) return <ErrorState error={error} onRetry={onRetry} />;
  const again = (
    <Button size="m" mode="secondary" onClick={() => navigate('/join-school', { replace: true })}>
      {t('come.another')}
    </Button>
  );
  return (
    <EmptyState icon={why === 'come.over' ? <Icon56LockOutline /> : <Icon56LinkCircleOutline />} title={t(why)} action={again}>
      {t(`${why}.hint`)}
    </EmptyState>
  );
}

function CodeForm() {
  const t = useTexts(texts);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    navigate(`/join-school/${encodeURIComponent(code.trim())}`, { replace: true });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <FormItem top={t('come.code')} bottom={t('come.code.hint')} htmlFor="invite-code" noPadding>
        <Input
          id="invite-code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          placeholder="XXXX-XXXX-XXXX"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </FormItem>
      <div className={styles.foot}>
        <Button type="submit" size="l" disabled={code.replace(/[^\p{L}\p{N}]/gu, '').length < 12}>
          {t('come.open')}
        </Button>
      </div>
    </form>
  );
}
