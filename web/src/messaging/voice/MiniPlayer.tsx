import { Icon24Cancel, Icon24Pause, Icon24Play } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import { useStore } from '../../core/store/store';
import { useAuthorName } from '../chat/Bubble';
import { lengthText } from '../length';
import { titleOf } from '../titles';
import styles from './MiniPlayer.module.css';
import { useNowPlaying, type Track } from './nowPlaying';
import { stop, toggle, turnRate } from './playback';
import { useVoiceTexts } from './texts';

/** What sounds while one browses: whose voice, how far, how fast; a press leads back to the chat. */
export default function MiniPlayer() {
  const track = useNowPlaying((now) => now.track);
  if (track === null || track.from === null) return null;
  return <Bar track={track} from={track.from} />;
}

function Bar({ track, from }: { track: Track; from: NonNullable<Track['from']> }) {
  const t = useVoiceTexts();
  const common = useT();
  const { playing, position, rate } = useNowPlaying();
  const chat = useStore((store) => store.data.conversations[from.conversationId]);
  const people = useStore((store) => store.data.people);
  const name = useAuthorName(from.authorId);
  const title = chat === undefined ? '' : titleOf(chat, people, common);
  const share = track.duration === 0 ? 0 : Math.min(1, position / track.duration);
  return (
    <section className={styles.bar} aria-label={t('player.title')}>
      <button type="button" className={styles.button} aria-label={t(playing ? 'voice.pause' : 'voice.play')} onClick={() => toggle(track)}>
        {playing ? <Icon24Pause aria-hidden="true" /> : <Icon24Play aria-hidden="true" />}
      </button>
      <button type="button" className={styles.about} title={t('player.open', { name: title })} onClick={() => navigate(`/chats/${from.conversationId}`)}>
        <span className={styles.name}>{name}</span>
        {title !== '' && title !== name && <span className={styles.chat}>{title}</span>}
      </button>
      <span className={styles.time}>{`${lengthText(position)} / ${lengthText(track.duration)}`}</span>
      <button type="button" className={styles.rate} aria-label={t('voice.rate', { rate })} onClick={turnRate}>
        {rate}×
      </button>
      <button type="button" className={styles.button} aria-label={t('player.close')} onClick={stop}>
        <Icon24Cancel aria-hidden="true" />
      </button>
      <span className={styles.progress} style={{ inlineSize: `${share * 100}%` }} />
    </section>
  );
}
