import { Icon24ArrowUturnLeftOutline, Icon24Document, Icon24Linked, Icon24MusicOutline, Icon24VoiceOutline } from '@vkontakte/icons';
import { IconButton } from '@vkontakte/vkui';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { isClosed } from '../../files/closed';
import { useSize } from '../../files/useSize';
import { fileUrl } from '../../files/viewed';
import { useAuthorName } from '../chat/Bubble';
import { lengthText } from '../length';
import styles from './Attached.module.css';
import type { Attached } from './server';
import { texts } from './texts';

interface Props {
  attached: Attached;
  onJump: (attached: Attached) => void;
}

/** A file, a recording or a link: it opens with a press, and the arrow leads to its message. */
export function AttachedRow({ attached, onJump }: Props) {
  const t = useTexts(texts);
  const dates = useDates();
  const size = useSize();
  const author = useAuthorName(attached.author_id);
  const { file, link } = attached;
  const closed = file !== null && isClosed(file);
  const voice = !closed && (file?.purpose === 'voice' || file?.purpose === 'circle');
  const Icon = link !== null ? Icon24Linked : voice ? Icon24VoiceOutline : file?.kind === 'audio' ? Icon24MusicOutline : Icon24Document;
  const length = file?.duration_ms ? lengthText(file.duration_ms) : null;
  return (
    <li className={styles.row}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.about}>
        <Name attached={attached} voice={voice} />
        <span className={styles.more}>
          {[closed && t(file.scan === 'infected' ? 'file.infected' : 'file.scanning'), length, file === null ? null : size(file.size), author, dates.stamp(attached.at)].filter(Boolean).join(' · ')}
        </span>
        {voice && file !== null && (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- people send recordings without captions
          <audio className={styles.sound} controls preload="none" src={fileUrl(file.id)} aria-label={t('attached.of', { name: file.name, author, when: dates.dateTime(attached.at) })} />
        )}
      </div>
      <IconButton label={t('attached.jump')} onClick={() => onJump(attached)}>
        <Icon24ArrowUturnLeftOutline />
      </IconButton>
    </li>
  );
}

function Name({ attached: { file, link }, voice }: { attached: Attached; voice: boolean }) {
  const t = useTexts(texts);
  if (link !== null) {
    return (
      <a className={styles.name} href={safe(link)} target="_blank" rel="noopener noreferrer">
        {link}
      </a>
    );
  }
  if (file === null) return null;
  if (voice) return <span className={styles.name}>{t(`chat.${file.purpose}`)}</span>;
  if (isClosed(file)) return <span className={styles.name}>{file.name}</span>;
  return (
    <a className={styles.name} href={fileUrl(file.id)} download={file.name}>
      {file.name}
    </a>
  );
}

/** Only what the URL parser itself calls http or https is followed. */
function safe(link: string): string | undefined {
  try {
    const { protocol, href } = new URL(link);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}
