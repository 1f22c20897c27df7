import { Button } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { ProofSide } from './ProofSide';
import { askForHelp, cancelMove, ownMove, type Move } from './server';
import { texts } from './texts';
import styles from './Ways.module.css';

/** A move under way, as the one who moves sees it: two confirmations, help, and the way back. */
export function OwnMove({ move, onMoved }: { move: Move; onMoved: (move: Move | null) => void }) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const path = ownMove(move.id);
  const failed = (error: unknown) => toast(explain(error), { failed: true });
  const help = async () => {
    const agreed = await confirm({ title: t('move.help.ask'), text: t('move.help.text'), action: t('move.help.action') });
    if (agreed) await askForHelp(move.id).catch(failed).then(() => onMoved(null));
  };
  const cancel = async () => {
    const agreed = await confirm({ title: t('move.cancel.ask'), text: t('move.cancel.text'), action: t('move.cancel'), destructive: true });
    if (!agreed) return;
    await cancelMove(path).then(() => toast(t('move.cancelled')), failed);
    onMoved(null);
  };
  return (
    <Section title={t('move.title')} hint={t('move.until', { when: dates.dateTime(move.expires_at) })}>
      {!move.started_by_person && <p className={styles.note}>{t('move.by_school', { reason: move.reason })}</p>}
      <ProofSide path={path} move={move} side="new" onMoved={onMoved} />
      <ProofSide path={path} move={move} side="old" onMoved={onMoved} />
      {move.help_asked && !move.old_confirmed && <p className={styles.note}>{t('move.help.asked')}</p>}
      <div className={styles.buttons}>
        {!move.old_confirmed && !move.help_asked && move.started_by_person && (
          <Button size="m" mode="tertiary" onClick={() => void help()}>
            {t('move.help')}
          </Button>
        )}
        <Button size="m" mode="tertiary" appearance="negative" onClick={() => void cancel()}>
          {t('move.cancel')}
        </Button>
      </div>
    </Section>
  );
}
