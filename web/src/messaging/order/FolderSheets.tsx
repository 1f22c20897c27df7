import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import { Sheet } from '../../core/ui/Sheet';
import { FolderEditor } from './FolderEditor';
import { FolderList } from './FolderList';
import { texts } from './texts';

/** What is open: the list of folders, a new folder (perhaps with a chat in it), or one that is there. */
export type FolderSheet = { kind: 'list' } | { kind: 'new'; chatId: number | null } | { kind: 'edit'; id: number };

interface Props {
  sheet: FolderSheet;
  open: boolean;
  onClose: () => void;
}

/** Making folders, changing them, and putting them in order. */
export default function FolderSheets({ sheet, open, onClose }: Props) {
  const t = useTexts(texts);
  const own = useStore((store) => store.data.folders.own);
  const [inside, setInside] = useState<FolderSheet | null>(null);
  const now = inside ?? sheet;
  const folder = now.kind === 'edit' ? (own[now.id] ?? null) : null;
  const fromList = sheet.kind === 'list';
  const back = () => (fromList ? setInside(null) : onClose());
  const title = t(now.kind === 'list' ? 'order.folders' : now.kind === 'new' ? 'order.folders.new' : 'order.folder');
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      {now.kind === 'list' ? (
        <FolderList onNew={() => setInside({ kind: 'new', chatId: null })} onEdit={(id) => setInside({ kind: 'edit', id })} />
      ) : (
        <FolderEditor key={folder?.id ?? 'new'} folder={folder} chatId={now.kind === 'new' ? now.chatId : null} onDone={back} />
      )}
    </Sheet>
  );
}
