import { useState } from 'react';

import ChatMenu, { type OpenMenu } from './ChatMenu';
import FolderSheets, { type FolderSheet } from './FolderSheets';

interface Props {
  menu: OpenMenu | null;
  onMenuClose: () => void;
  editing: boolean;
  onEditing: (editing: boolean) => void;
}

/** What stands over the list when it is asked for: the menu of a chat, and the folders. */
export default function ListExtras({ menu, onMenuClose, editing, onEditing }: Props) {
  const [forChat, setForChat] = useState<number | null>(null);
  const sheet: FolderSheet = forChat === null ? { kind: 'list' } : { kind: 'new', chatId: forChat };
  const newFolder = (chatId: number) => {
    setForChat(chatId);
    onEditing(true);
  };
  const close = () => {
    onEditing(false);
    setForChat(null);
  };
  return (
    <>
      {menu !== null && <ChatMenu {...menu} onClose={onMenuClose} onNewFolder={newFolder} />}
      {editing && <FolderSheets key={forChat ?? 'list'} sheet={sheet} open={editing} onClose={close} />}
    </>
  );
}
