import { Icon24Cancel, Icon24Document, Icon24ErrorCircleOutline } from '@vkontakte/icons';

import { useT } from '../core/i18n/useT';
import styles from './Attachments.module.css';
import { fit } from './ImageGrid';
import { useSize } from './useSize';

interface Props {
  name: string;
  size: number;
  sent: number;
  state: 'sending' | 'done' | 'failed';
  picture: { url: string; width: number | null; height: number | null } | null;
  onCancel: () => void;
}

/** A file on its way: how much has gone, and a way to stop it. */
export function PendingFile(props: Props) {
  const { name, size, sent, state, picture } = props;
  const words = useSize();
  if (picture !== null) {
    const { width, ratio } = fit(picture);
    return (
      <div className={styles.pendingPicture} style={{ inlineSize: width, maxInlineSize: '100%', aspectRatio: String(ratio) }}>
        <img src={picture.url} alt={name} />
        {state !== 'done' && (
          <div className={styles.over}>
            <Ring {...props} />
          </div>
        )}
      </div>
    );
  }
  return (
    <div className={styles.document}>
      <Ring {...props} />
      <span className={styles.about}>
        <span className={styles.name}>{name}</span>
        <span className={styles.size}>{state === 'sending' && sent > 0 ? `${words(sent)} / ${words(size)}` : words(size)}</span>
      </span>
    </div>
  );
}

const ROUND = 2 * Math.PI * 16;

function Ring({ name, size, sent, state, picture, onCancel }: Props) {
  const t = useT();
  if (state === 'done') {
    return (
      <span className={styles.icon}>
        <Icon24Document aria-hidden="true" />
      </span>
    );
  }
  const share = size > 0 ? Math.min(1, sent / size) : 0;
  const label = state === 'failed' ? t('file.failed', { name }) : t('file.cancel', { name });
  return (
    <button
      type="button"
      className={[styles.icon, styles.cancel, state === 'failed' ? styles.failed : picture ? styles.onPicture : ''].join(' ')}
      aria-label={label}
      title={state === 'failed' ? label : t('file.uploading', { name, percent: Math.round(share * 100) })}
      onClick={onCancel}
    >
      {state === 'sending' && (
        <svg className={styles.ring} viewBox="0 0 36 36" aria-hidden="true">
          <circle cx="18" cy="18" r="16" fill="none" stroke="currentColor" strokeOpacity="0.3" strokeWidth="2.5" />
          <circle cx="18" cy="18" r="16" fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" strokeDasharray={`${Math.max(0.02, share) * ROUND} ${ROUND}`} />
        </svg>
      )}
      {state === 'failed' ? <Icon24ErrorCircleOutline aria-hidden="true" /> : <Icon24Cancel width={18} height={18} aria-hidden="true" />}
    </button>
  );
}
