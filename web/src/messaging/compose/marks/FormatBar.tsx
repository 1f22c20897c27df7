import {
  Icon24HideOutline,
  Icon24QuoteClosing,
  Icon24TextBoldOutline,
  Icon24TextItalicOutline,
  Icon24TextStrikethroughOutline,
  Icon24TextTtOutline,
} from '@vkontakte/icons';

import { useTexts } from '../../../core/i18n/useTexts';
import styles from './FormatBar.module.css';
import type { Mark } from './marks';
import ru from './texts.ru';

const TEXTS = { ru, en: () => import('./texts.en') };

const BUTTONS: [Mark, typeof Icon24HideOutline, keys: string][] = [
  ['bold', Icon24TextBoldOutline, 'Ctrl+B'],
  ['italic', Icon24TextItalicOutline, 'Ctrl+I'],
  ['strike', Icon24TextStrikethroughOutline, 'Ctrl+Shift+X'],
  ['code', Icon24TextTtOutline, 'Ctrl+Shift+M'],
  ['spoiler', Icon24HideOutline, 'Ctrl+Shift+P'],
  ['quote', Icon24QuoteClosing, 'Ctrl+Shift+.'],
];

/** Marks for the words that are selected in the field. */
export default function FormatBar({ onMark }: { onMark: (mark: Mark) => void }) {
  const t = useTexts(TEXTS);
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('marks.title')}>
      {BUTTONS.map(([mark, Icon, keys]) => (
        <button
          key={mark}
          type="button"
          className={styles.button}
          aria-label={t(`marks.${mark}`)}
          title={`${t(`marks.${mark}`)} (${keys})`}
          // Before the field loses its focus and the selection with it.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onMark(mark)}
        >
          <Icon width={20} height={20} aria-hidden="true" />
        </button>
      ))}
    </div>
  );
}
