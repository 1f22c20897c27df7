import { api } from '../../core/api/client';
import { personStream, type Folders } from '../../core/store/state';
import { change, knowledge } from '../../core/store/store';
import type { Folder } from '../../core/store/types';
import { refreshDrafts } from '../compose/refreshDrafts';

interface FolderSet {
  items: Folder[];
  tabs: string[];
  hidden: string[];
  seq: number;
}

/** Folders and drafts are asked for once; then my stream keeps them in step, until a part of it is lost. */
export async function refreshOwn(lost: readonly string[]): Promise<void> {
  const { me, folders } = knowledge();
  if (folders.seq !== null && !lost.includes(personStream(me))) return;
  await Promise.allSettled([refreshFolders(), refreshDrafts()]);
}

export async function refreshFolders(): Promise<void> {
  const { items, tabs, hidden, seq } = await api.get<FolderSet>('/api/me/folders');
  const own = Object.fromEntries(items.map((folder) => [folder.id, folder]));
  const fresh: Folders = { own, tabs, hidden, seq };
  change((state) => ((state.folders.seq ?? -1) > seq ? state : { ...state, folders: fresh }));
}
