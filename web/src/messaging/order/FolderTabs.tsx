import { Icon20GearOutline } from '@vkontakte/icons';
import { useEffect, useMemo, useRef, type KeyboardEvent, type WheelEvent } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import type { Translate } from '../../core/i18n/useT';
import type { Folders } from '../../core/store/state';
import { useStore } from '../../core/store/store';
import styles from './FolderTabs.module.css';
import { ALL, countUnread, shownTabs } from './folders';
import { texts } from './texts';
import { useArranged } from './arrange';
import { showTab, useView } from './view';

/** What a folder is called: its own name, or the ready-made one's. */
export function nameOfTab(tab: string, { own }: Folders, t: Translate): string {
  const folder = own[Number(tab)];
  if (folder === undefined) return t(`order.tab.${tab}`);
  return folder.icon === '' ? folder.name : `${folder.icon} ${folder.name}`;
}

/** Folders as tabs above the list, each with how many of its chats have something unread. */
export default function FolderTabs({ onEdit }: { onEdit: () => void }) {
  const t = useTexts(texts);
  const folders = useStore((store) => store.data.folders);
  const arranged = useArranged();
  const open = useView((view) => view.tab);
  const chats = useMemo(() => Object.values(arranged), [arranged]);
  const tabs = useMemo(() => shownTabs(folders, chats), [folders, chats]);
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.includes(open) ? open : ALL;

  useEffect(() => {
    // A folder that is gone, here or on another device, leaves all chats.
    if (open !== ALL && !tabs.includes(open)) showTab(ALL);
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open, tabs]);

  if (tabs.length === 0) return null;
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length] ?? ALL;
    showTab(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div className={styles.bar}>
      <div ref={list} role="tablist" tabIndex={-1} aria-label={t('order.tabs')} className={styles.tabs} onKeyDown={walk} onWheel={roll}>
        {tabs.map((tab) => (
          <Tab
            key={tab}
            tab={tab}
            name={nameOfTab(tab, folders, t)}
            count={countUnread(tab, chats, folders)}
            chosen={tab === current}
          />
        ))}
      </div>
      <button type="button" className={styles.edit} aria-label={t('order.folders.edit')} onClick={onEdit}>
        <Icon20GearOutline aria-hidden="true" />
      </button>
    </div>
  );
}

/** A mouse without a sideways wheel reaches the last tab, too. */
function roll({ currentTarget, deltaX, deltaY }: WheelEvent<HTMLElement>): void {
  if (deltaX === 0) currentTarget.scrollBy({ left: deltaY });
}

function Tab({ tab, name, count, chosen }: { tab: string; name: string; count: number; chosen: boolean }) {
  const t = useTexts(texts);
  return (
    <button
      type="button"
      role="tab"
      data-tab={tab}
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      className={chosen ? styles.chosen : styles.tab}
      onClick={() => showTab(tab)}
    >
      {name}
      {count > 0 && (
        <span className={styles.count} role="img" aria-label={t('order.tab.unread_chats', { count })}>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </button>
  );
}
