import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, SimpleCell, Switch } from '@vkontakte/vkui';
import { useState } from 'react';

import type { PersonHere } from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { fullName } from '../../core/ui/names';
import { Page, Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { PersonCell } from '../../core/ui/PersonCell';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { PeoplePicker } from './PeoplePicker';
import { administratorsPath, dismiss, getRights, giveRights, type Administrator, type Right, type RightName } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

/** Who administers an organisation, with which rights. */
export default function AdministratorsPage({ id }: { id: number }) {
  const t = useTexts(texts);
  const rights = useQuery({ queryKey: ['rights', id], queryFn: () => getRights(id) });
  const administrators = usePages<Administrator>(['administrators', id], administratorsPath(id));
  const error = rights.error ?? administrators.error;
  const items = administrators.items;
  return (
    <Page deep title={t('administrators.title')} up={`/school/organisations/${id}`}>
      {error && (!items || !rights.data) && <ErrorState error={error} onRetry={() => void Promise.all([rights.refetch(), administrators.refetch()])} />}
      {!error && (!items || !rights.data) && <LoadingState />}
      {items && rights.data && (
        <>
          <Section title={t('administrators.all')} hint={t('administrators.hint')}>
            <PagedList
              label={t('administrators.all')}
              items={items}
              idOf={(one) => one.id}
              hasNext={administrators.hasNextPage}
              busy={administrators.isFetchingNextPage}
              onMore={() => void administrators.fetchNextPage()}
              row={(one) => <Line organisation={id} one={one} names={rights.data.items} />}
            />
          </Section>
          <Appoint organisation={id} />
        </>
      )}
    </Page>
  );
}

function useDone(organisation: number) {
  const explain = useExplain();
  const cache = useQueryClient();
  return (work: Promise<unknown>, said: string) =>
    work
      .then(
        () => toast(said),
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .then(() => Promise.all([cache.invalidateQueries({ queryKey: ['administrators', organisation] }), cache.invalidateQueries({ queryKey: ['organisation', organisation] })]));
}

function Line({ organisation, one, names }: { organisation: number; one: Administrator; names: RightName[] }) {
  const t = useTexts(texts);
  const done = useDone(organisation);
  const [open, setOpen] = useState(false);
  const name = fullName(one);
  const chief = one.rights.includes('everything');
  const held = names.filter(({ right }) => one.rights.includes(right)).map((right) => right.name);
  const said = [one.position, chief ? t('administrators.everything') : held.join(', ') || t('administrators.none'), one.claimed ? '' : t('administrators.unclaimed')];
  const switchRight = async (right: Right, on: boolean) => {
    if (right === 'everything' && !on) {
      const agreed = await confirm({ title: t('administrators.lower.ask'), text: t('administrators.lower.text', { name }), action: t('administrators.lower'), destructive: true });
      if (!agreed) return;
    }
    const single = one.rights.filter((other) => other !== 'everything');
    const rights: Right[] = right === 'everything' ? (on ? ['everything'] : single) : on ? [...single, right] : single.filter((other) => other !== right);
    await done(giveRights(organisation, one.id, rights), t('administrators.saved'));
  };
  const remove = async () => {
    const agreed = await confirm({ title: t('administrators.dismiss.ask'), text: t('administrators.dismiss.text', { name }), action: t('administrators.dismiss'), destructive: true });
    if (agreed) await done(dismiss(organisation, one.id), t('administrators.dismissed'));
  };
  return (
    <div className={styles.line}>
      <PersonCell person={{ ...one, confirmed_teacher: false }} as={fullName} subtitle={said.filter(Boolean).join(' · ')} to={`/people/${one.id}`} />
      <div className={styles.deeds}>
        <Button size="s" mode="secondary" aria-expanded={open} aria-label={t('administrators.change.name', { name })} onClick={() => setOpen(!open)}>
          {t('administrators.change')}
        </Button>
        {!one.of_roster && (
          <Button size="s" mode="tertiary" appearance="negative" onClick={() => void remove()}>
            {t('administrators.dismiss')}
          </Button>
        )}
      </div>
      {open &&
        names.map(({ right, name: called, hint }) => (
          <SimpleCell
            key={right}
            Component="label"
            multiline
            subtitle={hint}
            disabled={chief && right !== 'everything'}
            after={
              <Switch
                aria-label={called}
                checked={one.rights.includes(right)}
                disabled={chief && right !== 'everything'}
                onChange={(event) => void switchRight(right, event.target.checked)}
              />
            }
          >
            {called}
          </SimpleCell>
        ))}
    </div>
  );
}

function Appoint({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const done = useDone(organisation);
  const [people, setPeople] = useState<PersonHere[]>([]);
  const appoint = async () => {
    for (const one of people) await done(giveRights(organisation, one.id, []), t('administrators.saved'));
    setPeople([]);
  };
  return (
    <div className={styles.form}>
      <PeoplePicker organisation={organisation} label={t('administrators.add')} hint={t('administrators.add.hint')} who="teacher" most={1} people={people} onChange={setPeople} />
      {people.length > 0 && (
        <div className={styles.deeds}>
          <Button size="m" onClick={() => void appoint()}>
            {t('administrators.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
