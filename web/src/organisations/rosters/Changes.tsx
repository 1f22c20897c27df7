import { useState } from 'react';

import {
  ROSTER_ENTITIES,
  type RosterChange,
  type RosterChangeKind,
  type RosterEntity,
  type RosterImport,
} from '../../core/api/types';
import { usePages } from '../../core/api/usePages';
import { useTexts } from '../../core/i18n/useTexts';
import { Chips } from '../../core/ui/Chips';
import { PagedList } from '../../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { ChangeRow } from './ChangeRow';
import styles from './Changes.module.css';
import { totals } from './totals';
import { texts } from '../texts';

const KINDS: RosterChangeKind[] = ['new', 'changed', 'gone', 'refused', 'warning'];

/** Every line of the preview, by what happens to it and to what. */
export function Changes({ roster }: { roster: RosterImport }) {
  const t = useTexts(texts);
  const sum = totals(roster.summary);
  const kinds = KINDS.filter((kind) => sum[kind] > 0);
  const [kind, setKind] = useState<RosterChangeKind>(kinds.includes('refused') ? 'refused' : (kinds[0] ?? 'new'));
  const [entity, setEntity] = useState<RosterEntity | 'all'>('all');
  const changes = usePages<RosterChange>(['roster', roster.id, 'changes'], `/api/rosters/${roster.id}/changes`, {
    kind,
    entity: entity === 'all' ? null : entity,
  });
  if (kinds.length === 0) return null;
  const entities = ROSTER_ENTITIES.filter((one) => roster.summary[one]?.[kind]);
  const choose = (next: RosterChangeKind) => {
    setKind(next);
    if (entity !== 'all' && !roster.summary[entity]?.[next]) setEntity('all');
  };
  return (
    <section aria-label={t('roster.changes')} className={styles.changes}>
      <div className={styles.filters}>
        <Chips
          label={t('roster.changes.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`roster.kind.${value}`), count: sum[value] }))}
          onChange={choose}
        />
        {entities.length > 1 && (
          <Chips
            label={t('roster.changes.entity')}
            value={entity}
            options={(['all', ...entities] as const).map((value) => ({ value, label: t(`roster.entity.${value}`) }))}
            onChange={setEntity}
          />
        )}
      </div>
      {changes.error && !changes.items && <ErrorState error={changes.error} onRetry={() => void changes.refetch()} />}
      {changes.isPending && <LoadingState />}
      {changes.items?.length === 0 && <EmptyState title={t('roster.changes.none')} />}
      {changes.items && (
        <PagedList
          label={t('roster.changes')}
          items={changes.items}
          idOf={(change) =>
            `${change.entity}:${change.sourced_id}:${change.file}:${change.line}:${change.column}:${change.reason ?? ''}:${change.title}`
          }
          hasNext={changes.hasNextPage}
          busy={changes.isFetchingNextPage}
          onMore={() => void changes.fetchNextPage()}
          row={(change) => <ChangeRow change={change} ofTable={roster.kind === 'workbook'} />}
        />
      )}
    </section>
  );
}
