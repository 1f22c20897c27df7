import { Icon24Dismiss, Icon28DevicesOutline, Icon28MoonOutline } from '@vkontakte/icons';
import { useEffect, useState } from 'react';

import { useTexts } from '../core/i18n/useTexts';
import { navigate } from '../core/navigation/router';
import { useStore } from '../core/store/store';
import type { Message } from '../core/store/types';
import { briefName } from '../core/ui/names';
import { ChatAvatar } from '../messaging/list/ChatAvatar';
import { needPeople } from '../messaging/people';
import { previewOf, titleOf } from '../messaging/titles';
import { hideBanner, type Banner } from './banners';
import styles from './BannerCard.module.css';
import { useKnown } from './known';
import { texts } from './texts';

const STAYS = 6000;

/** News over the page: pressed it leads there, left alone it goes. */
export function BannerCard({ banner }: { banner: Banner }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(hideBanner, banner.what === 'message' ? STAYS : STAYS * 3);
    return () => clearTimeout(timer);
  }, [held, banner]);
  return (
    <div
      className={styles.banner}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => event.key === 'Escape' && hideBanner()}
    >
      <div role="status" className={styles.told}>
        <Told banner={banner} />
      </div>
      <Close />
    </div>
  );
}

function Told({ banner }: { banner: Banner }) {
  if (banner.what === 'message') return <News message={banner.message} />;
  return banner.what === 'summary' ? <Summary {...banner} /> : <NewDevice device={banner.device} />;
}

function News({ message }: { message: Message }) {
  const t = useTexts(texts);
  const people = useStore((store) => store.data.people);
  const chat = useStore((store) => store.data.conversations[message.conversation_id]);
  const showText = useKnown((known) => known.notifications?.show_text !== false);
  useEffect(() => needPeople([message.author_id]), [message.author_id]);
  if (chat === undefined) return null;
  const title = titleOf(chat, people, t);
  const author = people[message.author_id];
  const said = previewOf(message, people, t);
  const text = chat.kind === 'direct' || author === undefined ? said : `${briefName(author)}: ${said}`;
  return (
    <Press label={t('banner.open', { title })} to={`/chats/${chat.id}?at=${message.number}`}>
      <ChatAvatar chat={chat} size={40} />
      <span className={styles.text}>
        <span className={styles.title}>{title}</span>
        {showText && <span className={styles.line}>{text}</span>}
      </span>
    </Press>
  );
}

function Summary({ messages, chats }: { messages: number; chats: number }) {
  const t = useTexts(texts);
  return (
    <Press label={t('banner.open', { title: t('banner.summary') })} to="/chats">
      <Icon28MoonOutline className={styles.moon} aria-hidden="true" />
      <span className={styles.text}>
        <span className={styles.title}>{t('banner.summary')}</span>
        <span className={styles.line}>{t('banner.summary.count', { messages, chats })}</span>
      </span>
    </Press>
  );
}

function NewDevice({ device }: { device: string }) {
  const t = useTexts(texts);
  return (
    <Press label={t('banner.open', { title: t('banner.device') })} to="/settings/devices">
      <Icon28DevicesOutline className={styles.moon} aria-hidden="true" />
      <span className={styles.text}>
        <span className={styles.title}>{t('banner.device')}</span>
        <span className={styles.line}>{device || t('banner.device.unknown')}</span>
      </span>
    </Press>
  );
}

function Press({ label, to, children }: { label: string; to: string; children: React.ReactNode }) {
  const open = () => {
    hideBanner();
    navigate(to);
  };
  return (
    <button type="button" className={styles.press} onClick={open}>
      {children}
      <span className={styles.spoken}>{label}</span>
    </button>
  );
}

function Close() {
  const t = useTexts(texts);
  return (
    <button type="button" className={styles.close} aria-label={t('banner.close')} onClick={hideBanner}>
      <Icon24Dismiss width={20} height={20} aria-hidden="true" />
    </button>
  );
}
