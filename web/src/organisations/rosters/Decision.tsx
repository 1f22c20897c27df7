import { Icon24CheckCircleOutline } from '@vkontakte/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { api } from '../../core/api/client';
import { isProblem } from '../../core/api/error';
import { ROSTER_ENTITIES, type RosterImport } from '../../core/api/types';
import { useExplain, type Translate } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { confirm, toast } from '../../core/ui/dialogs';
import styles from './Decision.module.css';
import { totals } from './totals';
import { texts } from '../texts';

/** Names what will be lost, so that nobody confirms a number they have not seen. */
function losses(roster: RosterImport, t: Translate): string {
  return ROSTER_ENTITIES.flatMap((entity) => {
    const count = roster.summary[entity]?.gone ?? 0;
    return count ? [t(`roster.losing.${entity}`, { count })] : [];
  }).join(', ');
}

function useDecision(roster: RosterImport) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [outdated, setOutdated] = useState(false);
  const refresh = () =>
    Promise.all(
      ['roster', 'rosters', 'organisations', 'organisation', 'people'].map((key) =>
        cache.invalidateQueries({ queryKey: [key] }),
      ),
    );
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (isProblem(error, 'roster_outdated')) {
        // The server has compared again; what is on the screen is no longer what would be applied.
        setOutdated(true);
        await refresh();
      } else toast(explain(error), { failed: true });
    } finally {
      setBusy(false);
    }
  };
  const apply = async () => {
    const lost = losses(roster, t);
    const sum = totals(roster.summary);
    const agreed = await confirm({
      title: t('roster.apply.question'),
      text: [t('roster.apply.hint', { ...sum }), lost && t('roster.apply.lost', { lost })].filter(Boolean).join(' '),
      action: t('roster.apply'),
      destructive: lost !== '',
    });
    if (!agreed) return;
    await act(async () => {
      // A large roster is written for minutes; the usual time limit would call it failed.
      await api.post(`/api/rosters/${roster.id}/application`, undefined, { timeout: 600_000 });
      await refresh();
      toast(t('roster.applied'));
    });
  };
  const discard = async () => {
    const agreed = await confirm({
      title: t('roster.discard.question'),
      text: t('roster.discard.hint'),
      action: t('action.delete'),
      destructive: true,
    });
    if (!agreed) return;
    await act(async () => {
      await api.delete(`/api/rosters/${roster.id}`);
      navigate('/school/rosters', { replace: true });
      await refresh();
    });
  };
  return { busy, outdated, apply, discard };
}

/** Apply, throw away, or, when the school has changed meanwhile, look again. */
export function Decision({ roster }: { roster: RosterImport }) {
  const t = useTexts(texts);
  const { busy, outdated, apply, discard } = useDecision(roster);
  const sum = totals(roster.summary);
  if (roster.state === 'applied') {
    return (
      <div className={styles.done} role="status">
        <Icon24CheckCircleOutline className={styles.tick} />
        <span>{t('roster.done', { ...sum })}</span>
      </div>
    );
  }
  const nothing = sum.new + sum.changed + sum.gone === 0;
  return (
    <div className={styles.bar}>
      {outdated && (
        <p className={styles.outdated} role="alert">
          {t('roster.outdated')}
        </p>
      )}
      <Button size="l" loading={busy} disabled={nothing || roster.state !== 'previewed'} onClick={() => void apply()}>
        {t('roster.apply')}
      </Button>
      <Button size="l" mode="tertiary" appearance="negative" disabled={busy} onClick={() => void discard()}>
        {t('roster.discard')}
      </Button>
      {nothing && <p className={styles.hint}>{t('roster.nothing')}</p>}
    </div>
  );
}
