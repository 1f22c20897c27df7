import { Icon56SearchOutline } from '@vkontakte/icons';
import { useRef, useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { EmptyState } from '../../core/ui/states';
import { filtersOf } from './chosen';
import { useChosen } from './finding';
import { FilterBar } from './FilterBar';
import { MessageHits } from './MessageHits';
import { Names } from './Names';
import styles from './Search.module.css';
import { texts } from './texts';
import { useNamed } from './useNamed';
import { useSettled } from './useSettled';
import { walkRows } from './walkRows';

interface Props {
  words: string;
  /** Chats of this device whose titles have the words, when there are words. */
  chats: readonly Conversation[];
  activeId: number | null;
  onOpen: (id: number) => void;
  onClose: () => void;
}

/** Everything the one field finds: chats, people, and messages under the conditions one adds. */
export default function Found({ words, chats, activeId, onOpen, onClose }: Props) {
  const t = useTexts(texts);
  const { chosen, choose: setChosen } = useChosen();
  const offline = useStore((store) => store.now.status === 'offline');
  const area = useRef<HTMLDivElement>(null);
  const asked = useSettled(words);
  // The hour of opening: «today» must not be another question with every stroke.
  const [opened] = useState(() => new Date());
  const filters = filtersOf(chosen, opened);
  const narrowed = Object.keys(filters).length > 0;
  const named = useNamed(narrowed ? '' : words, narrowed ? '' : asked, chats);
  const nobody = named.chats.length === 0 && named.people.length === 0;
  if (words === '' && !narrowed) {
    return (
      <>
        <FilterBar chosen={chosen} onChange={setChosen} />
        <EmptyState icon={<Icon56SearchOutline />} title={t('search.start')}>
          {t('search.start.hint')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <FilterBar chosen={chosen} onChange={setChosen} />
      <div ref={area} className={styles.found} onKeyDown={(event) => walkRows(event, area.current)}>
        <Names named={named} activeId={activeId} onOpen={onOpen} onClose={onClose} />
        {offline ? (
          <p className={styles.note}>{t('search.offline')}</p>
        ) : (
          <>
            {!nobody && <h2 className={styles.section}>{t('search.messages')}</h2>}
            <MessageHits words={asked} filters={filters} alone={nobody && !named.pending} />
          </>
        )}
      </div>
    </>
  );
}
