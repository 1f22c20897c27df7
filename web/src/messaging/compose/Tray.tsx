import { Icon16Cancel, Icon24Document } from '@vkontakte/icons';
import { useEffect, useState } from 'react';

import { useT } from '../../core/i18n/useT';
import { useSize } from '../../files/useSize';
import type { Chosen } from '../outbox/wishes';
import styles from './Tray.module.css';

interface Props {
  files: readonly Chosen[];
  onRemove: (id: string) => void;
}

/** Files that will go with the next message. */
export function Tray({ files, onRemove }: Props) {
  if (files.length === 0) return null;
  return (
    <ul className={styles.tray}>
      {files.map((file) => (
        <Item key={file.attachment.id} chosen={file} onRemove={onRemove} />
      ))}
    </ul>
  );
}

function Item({ chosen, onRemove }: { chosen: Chosen; onRemove: (id: string) => void }) {
  const t = useT();
  const size = useSize();
  const { attachment, blob } = chosen;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (attachment.kind !== 'image') return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [attachment.kind, blob]);
  return (
    <li className={styles.item}>
      {url === null ? <Icon24Document aria-hidden="true" /> : <img className={styles.picture} src={url} alt="" />}
      <span className={styles.text}>
        <span className={styles.name}>{attachment.name}</span>
        <span className={styles.size}>{size(attachment.size)}</span>
      </span>
      <button type="button" className={styles.remove} aria-label={t('compose.remove_file', { name: attachment.name })} onClick={() => onRemove(attachment.id)}>
        <Icon16Cancel aria-hidden="true" />
      </button>
    </li>
  );
}
