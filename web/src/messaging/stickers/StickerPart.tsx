import { useIntl } from 'react-intl';

import { useT } from '../../core/i18n/useT';
import { book } from './book';
import styles from './Sticker.module.css';

/** A sticker in a conversation; one this client does not know yet is named by a word. */
export default function StickerPart({ id }: { id: string }) {
  const t = useT();
  const { locale } = useIntl();
  const sticker = book.get(id);
  if (sticker === undefined) return <span className={styles.unknown}>{t('chat.sticker')}</span>;
  const caption = locale === 'en' ? sticker.en : sticker.ru;
  return <img className={styles.said} src={sticker.url} width={144} height={144} alt={t('chat.sticker.of', { caption })} title={caption} draggable={false} />;
}
