import { Button } from '@vkontakte/vkui';
import type { ReactNode } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import styles from './Invites.module.css';
import type { MadeInvite } from './server';
import { texts } from './texts';
import { forWhom } from './words';

/** A new invite with its code, this one time. */
export function MadeCard({ made, hint, after }: { made: MadeInvite; hint?: string; after?: ReactNode }) {
  const t = useTexts(texts);
  const copy = () => void navigator.clipboard?.writeText(made.link).then(() => toast(t('invites.copied')));
  return (
    <section className={styles.made} aria-label={t('invites.code')} role="status">
      <p className={styles.who}>{forWhom(t, made.invite)}</p>
      <img src={made.qr} alt={t('invites.qr')} />
      <span className={styles.code}>{made.code}</span>
      <span className={styles.link}>{made.link}</span>
      {hint && <p className={styles.note}>{hint}</p>}
      <p className={styles.note}>{t('invites.code.once')}</p>
      <div className={styles.buttons}>
        <Button size="m" onClick={copy}>
          {t('invites.copy')}
        </Button>
        {after}
      </div>
    </section>
  );
}
