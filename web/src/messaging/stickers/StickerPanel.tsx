import { useMemo, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';

import { useTexts } from '../../core/i18n/useTexts';
import { isTouch } from '../chat/useSummon';
import { book, sets, type Sticker } from './book';
import { findStickers } from './finding';
import { noteSticker, recentStickers } from './recent';
import styles from './Sticker.module.css';
import ru from './texts.ru';

const TEXTS = { ru, en: () => import('./texts.en') };

/** All sets, those sent lately first, found by a word. */
export default function StickerPanel({ onPick }: { onPick: (id: string) => void }) {
  const t = useTexts(TEXTS);
  const { locale } = useIntl();
  const [words, setWords] = useState('');
  const [recent] = useState(() => recentStickers().flatMap((id) => book.get(id) ?? []));
  const found = useMemo(() => (words.trim() === '' ? null : findStickers(book.values(), words)), [words]);
  const pick = ({ id }: Sticker) => {
    noteSticker(id);
    onPick(id);
  };
  return (
    <div className={styles.panel}>
      <input
        type="search"
        className={styles.search}
        value={words}
        autoFocus={!isTouch()}
        placeholder={t('stickers.search')}
        aria-label={t('stickers.search')}
        onChange={(event) => setWords(event.target.value)}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows walk through the drawings */}
      <div className={styles.list} role="group" aria-label={t('stickers.list')} onKeyDown={walk}>
        {found !== null && (found.length > 0 ? <Grid stickers={found} locale={locale} onPick={pick} /> : <p className={styles.none} role="status">{t('stickers.none')}</p>)}
        {found === null && recent.length > 0 && <Part title={t('stickers.recent')} stickers={recent} locale={locale} onPick={pick} />}
        {found === null && sets.map((set) => <Part key={set.name} title={locale === 'en' ? set.en : set.ru} stickers={set.stickers} locale={locale} onPick={pick} />)}
      </div>
    </div>
  );
}

interface GridProps {
  stickers: readonly Sticker[];
  locale: string;
  onPick: (sticker: Sticker) => void;
}

function Part({ title, ...grid }: GridProps & { title: string }) {
  return (
    <section aria-label={title}>
      <div className={styles.set} aria-hidden="true">
        {title}
      </div>
      <Grid {...grid} />
    </section>
  );
}

function Grid({ stickers, locale, onPick }: GridProps) {
  return (
    <div className={styles.grid}>
      {stickers.map((sticker) => {
        const caption = locale === 'en' ? sticker.en : sticker.ru;
        return (
          <button key={sticker.id} type="button" className={styles.sticker} aria-label={caption} title={caption} onClick={() => onPick(sticker)}>
            <img src={sticker.url} width={80} height={80} alt="" loading="lazy" draggable={false} />
          </button>
        );
      })}
    </div>
  );
}

/** Arrows walk through the drawings, up and down by what stands nearest. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (step === undefined || !(document.activeElement instanceof HTMLButtonElement)) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll('button')];
  const [dx = 0, dy = 0] = step;
  if (dx !== 0) return all[all.indexOf(document.activeElement) + dx]?.focus();
  const here = document.activeElement.getBoundingClientRect();
  const beyond = all.filter((one) => (one.getBoundingClientRect().top - here.top) * dy > here.height / 2);
  const far = (one: HTMLElement) => {
    const box = one.getBoundingClientRect();
    return Math.abs(box.top - here.top) * 1000 + Math.abs(box.left - here.left);
  };
  beyond.toSorted((a, b) => far(a) - far(b))[0]?.focus();
}
