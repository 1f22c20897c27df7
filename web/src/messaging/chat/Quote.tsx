import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { ReplyQuote } from '../../core/store/types';
import { briefName } from '../../core/ui/names';
import { plain } from '../text/format';
import { useChatActs } from './context';
import styles from './Quote.module.css';

const NAMES: Record<string, string> = { voice: 'chat.voice', circle: 'chat.circle', image: 'chat.photo', video: 'chat.video', sticker: 'chat.sticker', poll: 'chat.poll.quoted' };

/** The message that is answered; pressing it goes there. */
export function Quote({ quote }: { quote: ReplyQuote }) {
  const t = useT();
  const acts = useChatActs();
  const author = useStore((store) => store.data.people[quote.author_id]);
  const name = author ? briefName(author) : t('chat.unknown_person');
  const text = quote.deleted ? t('chat.deleted') : plain(quote.excerpt) || t(NAMES[quote.attachment ?? ''] ?? 'chat.file');
  return (
    <button type="button" className={styles.quote} title={t('message.jump', { name })} onClick={() => acts.jump(quote.number)}>
      <span className={styles.name}>{name}</span>
      <span className={styles.text}>{text}</span>
    </button>
  );
}
