import { Icon24Play } from '@vkontakte/icons';
import { useState } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { isClosed } from '../../files/closed';
import { fileUrl, previewUrl } from '../../files/viewed';
import { useAuthorName } from '../chat/Bubble';
import { lengthText } from '../length';
import styles from './Attached.module.css';
import type { Attached } from './server';
import { texts } from './texts';

/** A picture or a film in the grid; pressing it goes to its message. */
export function AttachedTile({ attached, onJump }: { attached: Attached; onJump: (attached: Attached) => void }) {
  const t = useTexts(texts);
  const dates = useDates();
  const author = useAuthorName(attached.author_id);
  const [failed, setFailed] = useState(false);
  const { file } = attached;
  if (file === null) return null;
  const film = file.kind === 'video';
  const drawn = !failed && !isClosed(file) && (file.preview || !film);
  return (
    <li className={styles.tile}>
      <button
        type="button"
        className={styles.picture}
        aria-label={t('attached.of', { name: file.name, author, when: dates.dateTime(attached.at) })}
        title={t('attached.jump')}
        onClick={() => onJump(attached)}
      >
        {drawn && <img src={file.preview ? previewUrl(file.id) : fileUrl(file.id)} alt="" loading="lazy" decoding="async" onError={() => setFailed(true)} />}
        {film && (
          <span className={styles.length} aria-hidden="true">
            <Icon24Play width={16} height={16} />
            {file.duration_ms !== null && lengthText(file.duration_ms)}
          </span>
        )}
      </button>
    </li>
  );
}
