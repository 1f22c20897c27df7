import { useQueries } from '@tanstack/react-query';

import { api } from '../../core/api/client';
import { isProblem } from '../../core/api/error';
import type { Page as Paged } from '../../core/api/types';
import { useTexts } from '../../core/i18n/useTexts';
import { fullName } from '../../core/ui/names';
import { MenuCell } from '../../core/ui/MenuCell';
import { Page } from '../../core/ui/Page';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { Avatar } from '../../core/ui/Avatar';
import { useMe } from '../../identity/session';
import { texts } from '../../identity/ways/texts';
import { movesPath, type WaitingMove } from './server';

/** «Смена номеров»: moves of my schools that wait for a second word. */
export default function MovesPage() {
  const t = useTexts(texts);
  const me = useMe();
  const places = [...new Set(me.roles.flatMap(({ role, organisation_id }) => (role === 'administrator' ? (organisation_id ?? []) : [])))];
  const asked = useQueries({
    queries: places.map((id) => ({ queryKey: ['moves-here', id], queryFn: () => api.get<Paged<WaitingMove>>(movesPath(id)), retry: false })),
  });
  // Where one administers without the right over people there is nothing to see.
  const failed = asked.find(({ error }) => error && !isProblem(error, 'not_found'));
  const moves = asked.flatMap(({ data }) => data?.items ?? []);
  return (
    <Page title={t('moves.title')} up="/school">
      {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
      {asked.some(({ isPending }) => isPending) && <LoadingState />}
      {!failed && asked.every(({ isPending }) => !isPending) && moves.length === 0 && (
        <EmptyState title={t('moves.none')}>{t('moves.none.hint')}</EmptyState>
      )}
      {moves.map((move) => (
        <MenuCell
          key={move.id}
          to={`/people/${move.person_id}`}
          icon={<Avatar id={move.person_id} title={fullName(move)} size={40} />}
          active={false}
          subtitle={t('moves.by', { name: `${move.starter_given_name} ${move.starter_family_name}` })}
        >
          {fullName(move)}
        </MenuCell>
      ))}
    </Page>
  );
}
