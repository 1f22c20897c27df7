import { Button } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { ProofSide } from '../../identity/ways/ProofSide';
import { cancelMove, type Move } from '../../identity/ways/server';
import { texts } from '../../identity/ways/texts';
import styles from '../../identity/ways/Ways.module.css';
import { confirmMove, movesPath } from './server';

interface Props {
  organisation: number;
  move: Move;
  onMoved: (move: Move | null) => void;
}

/** A move under way, as the staff see it: two codes read out, or the word of a second administrator. */
export function MoveHere({ organisation, move, onMoved }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const path = `${movesPath(organisation)}/${move.id}`;
  const failed = (error: unknown) => toast(explain(error), { failed: true });
  const vouch = async () => {
    const agreed = await confirm({ title: t('support.confirm.ask'), text: t('support.confirm.text'), action: t('support.confirm') });
    if (agreed) await confirmMove(path).then(onMoved, failed);
  };
  const cancel = async () => {
    const agreed = await confirm({ title: t('move.cancel.ask'), text: t('move.cancel.text'), action: t('move.cancel'), destructive: true });
    if (!agreed) return;
    await cancelMove(path).then(() => toast(t('move.cancelled')), failed);
    onMoved(null);
  };
  return (
    <>
      <p className={styles.name}>{t('move.from_to', { old: move.old, new: move.new })}</p>
      <p className={styles.note}>{[move.reason, t('move.until', { when: dates.dateTime(move.expires_at) })].filter(Boolean).join(' · ')}</p>
      <ProofSide path={path} move={move} side="new" hint={t('support.new.hint')} onMoved={onMoved} />
      <ProofSide path={path} move={move} side="old" hint={t('support.old.hint')} onMoved={onMoved} />
      {!move.old_confirmed && move.started_by_me && <p className={styles.note}>{t('support.second')}</p>}
      <div className={styles.buttons}>
        {!move.old_confirmed && !move.started_by_me && (
          <Button size="m" mode="secondary" onClick={() => void vouch()}>
            {t('support.confirm')}
          </Button>
        )}
        <Button size="m" mode="tertiary" appearance="negative" onClick={() => void cancel()}>
          {t('move.cancel')}
        </Button>
      </div>
    </>
  );
}
