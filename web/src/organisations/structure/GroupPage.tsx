import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState } from 'react';

import { usePages } from '../../core/api/usePages';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { confirm, toast } from '../../core/ui/dialogs';
import { Page, Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { AddPeople } from './AddPeople';
import { GuestsPart } from './GuestsPart';
import { MemberLine } from './MemberLine';
import { changeGroup, closeGroup, getGroup, membersPath, type Group, type Member } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

/** One class or group: who is in it, and putting people in and out. */
export function GroupPage({ organisation, id }: { organisation: number; id: number }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery({ queryKey: ['groups', organisation, id], queryFn: () => getGroup(organisation, id) });
  return (
    <Page deep title={data?.title ?? t('groups.title')} up={`/school/organisations/${organisation}/groups`}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingState />}
      {data && (
        <>
          <Head organisation={organisation} group={data} />
          <AddPeople organisation={organisation} group={data} />
          <Members organisation={organisation} group={data} />
          {data.kind === 'community' && <GuestsPart organisation={organisation} group={data} />}
        </>
      )}
    </Page>
  );
}

function Head({ organisation, group }: { organisation: number; group: Group }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [title, setTitle] = useState<string | null>(null);
  const said = [t(`groups.one.${group.kind}`), group.grade && t('groups.parallel', { grade: group.grade }), group.subject];
  const done = (work: Promise<unknown>) =>
    work.then(() => cache.invalidateQueries({ queryKey: ['groups', organisation] })).catch((error: unknown) => toast(explain(error), { failed: true }));
  const close = async () => {
    const agreed = await confirm({ title: t('group.close.ask', { title: group.title }), text: t('group.close.text'), action: t('group.close'), destructive: true });
    if (!agreed) return;
    await done(
      closeGroup(organisation, group.id).then(() => {
        toast(t('group.closed', { title: group.title }));
        navigate(`/school/organisations/${organisation}/groups`, { replace: true });
      }),
    );
  };
  return (
    <div className={styles.form}>
      <p className={styles.note}>{said.filter(Boolean).join(' · ')}</p>
      {group.of_roster && <p className={styles.note}>{t('group.roster')}</p>}
      {title !== null && (
        <FormItem top={t('groups.field.title')} htmlFor="group-title" noPadding>
          <Input id="group-title" maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
        </FormItem>
      )}
      {!group.of_roster && (
        <div className={styles.deeds}>
          {title === null ? (
            <Button size="s" mode="secondary" onClick={() => setTitle(group.title)}>
              {t('group.rename')}
            </Button>
          ) : (
            <Button size="s" disabled={title.trim() === ''} onClick={() => void done(changeGroup(organisation, group.id, { title }).then(() => setTitle(null)))}>
              {t('group.save')}
            </Button>
          )}
          {title === null ? (
            <Button size="s" mode="secondary" appearance="negative" onClick={() => void close()}>
              {t('group.close')}
            </Button>
          ) : (
            <Button size="s" mode="tertiary" onClick={() => setTitle(null)}>
              {t('action.cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Members({ organisation, group }: { organisation: number; group: Group }) {
  const t = useTexts(texts);
  const members = usePages<Member>(['groups', organisation, group.id, 'members'], membersPath(organisation, group.id));
  return (
    <Section title={t('group.everybody')} hint={members.items?.length === 0 ? t('group.nobody') : undefined}>
      {members.error && !members.items && <ErrorState error={members.error} onRetry={() => void members.refetch()} />}
      {members.isPending && <LoadingState />}
      {members.items && members.items.length > 0 && (
        <PagedList
          label={t('group.everybody')}
          items={members.items}
          idOf={(one) => `${one.role}${one.id}`}
          hasNext={members.hasNextPage}
          busy={members.isFetchingNextPage}
          onMore={() => void members.fetchNextPage()}
          row={(member) => <MemberLine organisation={organisation} group={group} member={member} />}
        />
      )}
    </Section>
  );
}
