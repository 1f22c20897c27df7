import { Icon20CheckBoxOff, Icon20CheckBoxOn, Icon20FolderSimplePlusOutline } from '@vkontakte/icons';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Conversation, Folder } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import styles from '../chat/MessageMenu.module.css';
import { isIn } from './folders';
import { MOST_FOLDERS, putChat } from './keepFolders';
import { texts } from './texts';

interface Props {
  chat: Conversation;
  onDone: () => void;
  onNew: () => void;
}

/** In which folders of one's own a chat is. */
export function FolderChoice({ chat, onDone, onNew }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const own = Object.values(useStore((store) => store.data.folders.own));
  const toggle = (folder: Folder) => {
    onDone();
    putChat(folder.id, chat, !isIn(folder, chat)).catch((error: unknown) => toast(explain(error), { failed: true }));
  };
  return (
    <>
      {own.map((folder) => {
        const inside = isIn(folder, chat);
        return (
          <button key={folder.id} type="button" role="menuitemcheckbox" aria-checked={inside} className={styles.item} onClick={() => toggle(folder)}>
            {inside ? <Icon20CheckBoxOn aria-hidden="true" /> : <Icon20CheckBoxOff aria-hidden="true" />}
            {folder.icon} {folder.name}
          </button>
        );
      })}
      {own.length < MOST_FOLDERS && (
        <button type="button" role="menuitem" className={styles.item} onClick={onNew}>
          <Icon20FolderSimplePlusOutline aria-hidden="true" />
          {t('order.folders.new')}
        </button>
      )}
    </>
  );
}
