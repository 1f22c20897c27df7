import { Icon20ChevronRightOutline, Icon24DragReorderOutline, Icon28FolderSimplePlusOutline } from '@vkontakte/icons';
import { Button, Switch } from '@vkontakte/vkui';
import { useMemo, useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import { toast } from '../../core/ui/dialogs';
import { useArranged } from './arrange';
import styles from './Folders.module.css';
import { nameOfTab } from './FolderTabs';
import { ALL, isUnder, ordered, READY_MADE } from './folders';
import { arrangeFolders, MOST_FOLDERS } from './keepFolders';
import { texts } from './texts';
import { useSorting } from './useSorting';

interface Props {
  onNew: () => void;
  onEdit: (id: number) => void;
}

/** All folders in their order: own ones to be opened, ready-made ones to be shown or not. */
export function FolderList({ onNew, onEdit }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const folders = useStore((store) => store.data.folders);
  const [said, setSaid] = useState('');
  const keep = (tabs: readonly string[], hidden: readonly string[]) =>
    void arrangeFolders(tabs, hidden).catch((error: unknown) => toast(explain(error), { failed: true }));
  const order = useMemo(() => ordered(folders), [folders]);
  const { shown, dragged, handle } = useSorting(order, (tabs, moved) => {
    keep(tabs, folders.hidden);
    setSaid(t('order.folders.moved', { name: nameOfTab(moved, folders, t), place: tabs.indexOf(moved) + 1, all: tabs.length }));
  });
  const full = Object.keys(folders.own).length >= MOST_FOLDERS;
  const show = (tab: string, visible: boolean) =>
    keep(order, visible ? folders.hidden.filter((one) => one !== tab) : [...folders.hidden, tab]);
  return (
    <>
      <p className={styles.hint}>{t('order.folders.hint')}</p>
      <ul className={styles.list}>
        {shown.map((tab) => (
          <li key={tab} className={tab === dragged ? styles.dragged : styles.line}>
            <button type="button" className={styles.handle} aria-label={t('order.folders.move', { name: nameOfTab(tab, folders, t) })} {...handle(tab)}>
              <Icon24DragReorderOutline aria-hidden="true" />
            </button>
            <Line tab={tab} visible={!folders.hidden.includes(tab)} onShow={(visible) => show(tab, visible)} onEdit={onEdit} />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        {full && <p className={styles.hint}>{t('order.folders.limit')}</p>}
        <Button size="l" stretched mode="secondary" disabled={full} before={<Icon28FolderSimplePlusOutline width={24} height={24} />} onClick={onNew}>
          {t('order.folders.new')}
        </Button>
      </div>
      <span role="status" className={styles.spoken}>
        {said}
      </span>
    </>
  );
}

interface LineProps {
  tab: string;
  visible: boolean;
  onShow: (visible: boolean) => void;
  onEdit: (id: number) => void;
}

function Line({ tab, visible, onShow, onEdit }: LineProps) {
  const t = useTexts(texts);
  const folders = useStore((store) => store.data.folders);
  const chats = useArranged();
  const name = nameOfTab(tab, folders, t);
  const count = Object.values(chats).filter((chat) => isUnder(tab, chat, folders)).length;
  const text = (
    <span className={styles.text}>
      <span className={styles.name}>{name}</span>
      <span className={styles.note}>{t('order.folders.count', { count })}</span>
    </span>
  );
  if (tab === ALL) return text;
  if ((READY_MADE as readonly string[]).includes(tab)) {
    return (
      <>
        {text}
        <Switch aria-label={t('order.folders.show', { name })} checked={visible} onChange={(event) => onShow(event.target.checked)} />
      </>
    );
  }
  return (
    <button type="button" className={styles.open} onClick={() => onEdit(Number(tab))}>
      {text}
      <Icon20ChevronRightOutline aria-hidden="true" />
    </button>
  );
}
