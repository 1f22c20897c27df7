import { EmojiPicker as Picker } from 'frimousse';
import { useIntl } from 'react-intl';

import { useT } from '../../core/i18n/useT';
import { emojiData } from './data';
import styles from './EmojiPicker.module.css';

/** All emoji, drawn by the system's own font. */
export default function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const t = useT();
  const { locale } = useIntl();
  return (
    <Picker.Root
      className={styles.root}
      columns={9}
      locale={locale === 'en' ? 'en' : 'ru'}
      resolveEmojiData={emojiData}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      aria-label={t('emoji.title')}
    >
      <Picker.Search className={styles.search} placeholder={t('emoji.search')} aria-label={t('emoji.search')} />
      <Picker.Viewport className={styles.viewport}>
        <Picker.Loading className={styles.note}>{t('state.loading')}</Picker.Loading>
        <Picker.Empty className={styles.note}>{t('emoji.none')}</Picker.Empty>
        <Picker.List
          className={styles.list}
          components={{
            CategoryHeader: ({ category, ...rest }) => (
              <div {...rest} className={styles.category}>
                {category.label}
              </div>
            ),
            // The library counts rows and columns from nought, those who listen from one.
            Row: ({ children, ...rest }) => (
              <div {...rest} aria-rowindex={next(rest['aria-rowindex'])} className={styles.row}>
                {children}
              </div>
            ),
            Emoji: ({ emoji, ...rest }) => (
              <button {...rest} role="gridcell" aria-colindex={next(rest['aria-colindex'])} className={styles.emoji}>
                {emoji.emoji}
              </button>
            ),
          }}
        />
      </Picker.Viewport>
    </Picker.Root>
  );
}

const next = (index: number | undefined): number | undefined => (index === undefined ? undefined : index + 1);
