import { Button } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import styles from './Rules.module.css';
import { revokeLink, type InviteLink } from './server';
import { texts } from './texts';

interface Props {
  link: InviteLink;
  conversation: Conversation;
  onShow: () => void;
  onRevoked: () => void;
}

export const addressOf = (link: InviteLink): string => `${window.location.origin}${link.path}`;

/** One way in: its address, whom it is for, how long and how many. */
export function LinkCard({ link, conversation, onShow, onRevoked }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const explain = useExplain();
  const revoke = async () => {
    const agreed = await confirm({
      title: t('rules.links.revoke.ask'),
      text: t('rules.links.revoke.text'),
      action: t('rules.links.revoke'),
      destructive: true,
    });
    if (agreed) revokeLink(conversation.id, link.id).then(onRevoked, (error: unknown) => toast(explain(error), { failed: true }));
  };
  const facts = [
    t(`rules.links.audience.${link.audience}`),
    t('rules.links.used', { uses: link.uses, most: link.most_uses ?? 'none' }),
    link.expires_at && t('rules.links.until', { when: dates.dateTime(link.expires_at) }),
    link.approval && t('rules.links.approved'),
    !link.works && t('rules.links.over'),
  ];
  return (
    <li className={styles.card}>
      <span className={styles.link}>{addressOf(link)}</span>
      <span className={styles.note}>{facts.filter(Boolean).join(' · ')}</span>
      <div className={styles.buttons}>
        {link.works && (
          <>
            <Button size="s" onClick={() => void navigator.clipboard?.writeText(addressOf(link)).then(() => toast(t('rules.links.copied')))}>
              {t('rules.links.copy')}
            </Button>
            <Button size="s" mode="secondary" onClick={onShow}>
              {t('rules.links.qr')}
            </Button>
          </>
        )}
        <Button size="s" mode="tertiary" appearance="negative" onClick={() => void revoke()}>
          {t('rules.links.revoke')}
        </Button>
      </div>
    </li>
  );
}
