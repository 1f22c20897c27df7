import { useTexts } from '../../core/i18n/useTexts';
import { follow } from '../../core/navigation/Link';
import { useStore } from '../../core/store/store';
import type { PersonBrief } from '../../core/store/types';
import { Avatar } from '../../core/ui/Avatar';
import { briefName, displayName, letteredName } from '../../core/ui/names';
import { useStamp } from '../list/useStamp';
import { Marked } from './Marked';
import styles from './Search.module.css';
import type { ChatOfHits, Hit } from './server';
import { texts } from './texts';

interface Props {
  hit: Hit;
  chat: ChatOfHits | undefined;
  people: ReadonlyMap<number, PersonBrief>;
  to: string;
  onOpen?: (() => void) | undefined;
  /** In a chat the author stands where the chat's name stands elsewhere. */
  inChat?: boolean;
}

/** One message that was found: where, who, when, and the words that fit. */
export function HitRow({ hit, chat, people, to, onOpen, inChat = false }: Props) {
  const t = useTexts(texts);
  const stamp = useStamp();
  const me = useStore((store) => store.data.me);
  const author = people.get(hit.author_id);
  const name =
    hit.author_id === me ? t('search.you') : author === undefined ? t('chat.unknown_person') : briefName(author);
  const face = faceOf(hit, inChat ? undefined : chat, people, t);
  const { source, segments } = hit.excerpt;
  const where = source === 'text' || segments.length === 0 ? null : t(`search.source.${source}`);
  return (
    <a
      href={to}
      className={styles.row}
      data-found
      onClick={(event) => {
        if (!event.metaKey && !event.ctrlKey) onOpen?.();
        follow(event, to);
      }}
    >
      <Avatar id={face.id} title={face.letters} size={inChat ? 40 : 48} portrait={face.portrait} />
      <span className={styles.text}>
        <span className={styles.head}>
          <span className={styles.name}>{inChat ? name : face.name}</span>
          <time className={styles.time} dateTime={hit.at}>
            {stamp(hit.at)}
          </time>
        </span>
        <span className={styles.excerpt}>
          {!inChat && chat?.kind !== 'favourites' && (
            <span className={styles.author}>{t('search.author', { name })}</span>
          )}
          {segments.length === 0 ? t(`search.kind.${kindOf(hit)}`) : <Marked segments={segments} />}
        </span>
        {where !== null && <span className={styles.where}>{where}</span>}
      </span>
    </a>
  );
}

function kindOf({ kinds }: Hit): string {
  const [first] = kinds;
  if (first === 'image') return 'photo';
  return first === 'voice' || first === 'video' || first === 'circle' ? first : 'file';
}

function faceOf(
  hit: Hit,
  chat: ChatOfHits | undefined,
  people: ReadonlyMap<number, PersonBrief>,
  t: (id: string) => string,
) {
  const partner = people.get(chat === undefined ? hit.author_id : (chat.partner_id ?? 0));
  if (chat?.kind === 'favourites') return { id: chat.id, name: t('chat.favourites'), letters: t('chat.favourites'), portrait: 0 };
  if (chat?.kind === 'group') return { id: chat.id, name: chat.title, letters: chat.title, portrait: 0 };
  if (partner === undefined) return { id: hit.author_id, name: t('chat.unknown_person'), letters: '', portrait: 0 };
  return { id: partner.id, name: displayName(partner), letters: letteredName(partner), portrait: partner.portrait };
}
