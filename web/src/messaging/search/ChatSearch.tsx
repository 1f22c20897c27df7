import { Icon24ChevronDown, Icon24ChevronUp, Icon24ListBulletOutline, Icon28CancelOutline } from '@vkontakte/icons';
import { IconButton, Search } from '@vkontakte/vkui';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { Sought } from '../chat/useChatSearch';
import styles from './ChatSearch.module.css';
import { filtersOf, NOTHING } from './chosen';
import { FilterBar } from './FilterBar';
import { MessageHits } from './MessageHits';
import { texts } from './texts';
import { useMarks } from './useMarks';
import { useSettled } from './useSettled';
import { useSteps } from './useSteps';

interface Props {
  chat: number;
  sought: Sought;
  jump: (number: number) => void;
  onClose: () => void;
}

/** Looks for words in this chat: how many there are, up to the older one, down to the newer one, or all as a list. */
export default function ChatSearch({ chat, sought, jump, onClose }: Props) {
  const t = useTexts(texts);
  const [words, setWords] = useState(sought.words);
  const [chosen, setChosen] = useState(NOTHING);
  const [listed, setListed] = useState(false);
  const [opened] = useState(() => new Date());
  const field = useRef<HTMLInputElement>(null);
  const asked = useSettled(words.trim());
  const filters = filtersOf(chosen, opened);
  const steps = useSteps({ chat, words: asked, filters, from: sought.at, jump });
  useMarks(asked);
  useEffect(() => {
    if (sought.words === '') field.current?.focus();
  }, [sought.words]);
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    if (event.key !== 'Enter' || event.target !== field.current) return;
    event.preventDefault();
    (event.shiftKey ? steps.newer : steps.older)?.();
  };
  return (
    <div className={styles.search} role="search" aria-label={t('search.here')}>
      <div className={styles.line} onKeyDown={hear}>
        <Search
          noPadding
          className={styles.field}
          slotProps={{ input: { getRootRef: field } }}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          placeholder={t('search.here')}
          aria-label={t('search.here.words')}
        />
        <Counter steps={steps} />
        <IconButton label={t('search.older')} disabled={steps.older === null} onClick={() => steps.older?.()}>
          <Icon24ChevronUp />
        </IconButton>
        <IconButton label={t('search.newer')} disabled={steps.newer === null} onClick={() => steps.newer?.()}>
          <Icon24ChevronDown />
        </IconButton>
        <IconButton
          label={t(listed ? 'search.list.hide' : 'search.list')}
          aria-pressed={listed}
          disabled={steps.count === 0}
          onClick={() => setListed(!listed)}
        >
          <Icon24ListBulletOutline />
        </IconButton>
        <IconButton label={t('search.close')} onClick={onClose}>
          <Icon28CancelOutline width={24} height={24} />
        </IconButton>
      </div>
      <FilterBar chosen={chosen} onChange={setChosen} />
      {listed && steps.count > 0 && (
        <div className={styles.list}>
          <MessageHits words={asked} filters={{ ...filters, chat }} onOpen={() => setListed(false)} alone inChat />
        </div>
      )}
    </div>
  );
}

/** «3 из 57», told to screen readers as it changes. */
function Counter({ steps: { wanted, pending, error, count, more, step } }: { steps: ReturnType<typeof useSteps> }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const said = () => {
    if (!wanted) return '';
    if (pending && error === null) return t('search.looking');
    if (error !== null && count === 0) return explain(error);
    if (count === 0) return t('search.no_hits');
    return t(more ? 'search.at.more' : 'search.at', { at: step + 1, of: count });
  };
  return (
    <span className={styles.counter} role="status">
      {said()}
    </span>
  );
}
