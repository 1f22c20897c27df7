import { Button } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { addressOf } from './LinkCard';
import styles from './Rules.module.css';
import { qrOf, type InviteLink } from './server';
import { texts } from './texts';

/** The link as a picture for a board or a sheet of paper. */
export function QrCode({ conversation, link, onBack }: { conversation: Conversation; link: InviteLink; onBack: () => void }) {
  const t = useTexts(texts);
  const picture = qrOf(conversation.id, link.id);
  return (
    <div className={styles.qr}>
      <img src={picture} alt={t('rules.links.qr.title')} width={300} height={300} />
      <span className={styles.link}>{addressOf(link)}</span>
      <span className={styles.note}>{t('rules.links.qr.hint', { title: conversation.title })}</span>
      <div className={styles.buttons}>
        <Button Component="a" href={picture} target="_blank" mode="secondary">
          {t('rules.links.print')}
        </Button>
        <Button mode="tertiary" onClick={onBack}>
          {t('action.back')}
        </Button>
      </div>
    </div>
  );
}
