import { api } from '../../core/api/client';
import type { Folders } from '../../core/store/state';
import { change, knowledge } from '../../core/store/store';
import type { Conversation, Folder, FolderRules } from '../../core/store/types';
import { isIn } from './folders';
import { refreshFolders } from './refreshOwn';

export const MOST_FOLDERS = 20;

const show = (how: (folders: Folders) => Partial<Folders>): void =>
  change((state) => ({ ...state, folders: { ...state.folders, ...how(state.folders) } }));

const showFolder = (folder: Folder): Folder => {
  show(({ own }) => ({ own: { ...own, [folder.id]: folder } }));
  return folder;
};

/** A new folder, or a changed one; shown once the server has it. */
export async function keepFolder(id: number | null, rules: FolderRules): Promise<Folder> {
  const kept = id === null ? api.post<Folder>('/api/me/folders', rules) : api.put<Folder>(`/api/me/folders/${id}`, rules);
  return showFolder(await kept);
}

export async function removeFolder(id: number): Promise<void> {
  await api.delete(`/api/me/folders/${id}`);
  show(({ own: { [id]: _gone, ...own } }) => ({ own }));
}

/** Shown at once; what the server does not take is asked for again. */
export async function arrangeFolders(tabs: readonly string[], hidden: readonly string[]): Promise<void> {
  show(() => ({ tabs, hidden }));
  try {
    await api.put('/api/me/folders/order', { tabs, hidden });
  } catch (error) {
    await refreshFolders().catch(() => undefined);
    throw error;
  }
}

/** Puts a chat into a folder by name, or takes it out, whatever brought it in. */
export async function putChat(folderId: number, chat: Conversation, inside: boolean): Promise<void> {
  const folder = knowledge().folders.own[folderId];
  if (folder === undefined || isIn(folder, chat) === inside) return;
  const { id, chat_ids, without_ids, ...rules } = folder;
  const others = chat_ids.filter((one) => one !== chat.id);
  const banned = without_ids.filter((one) => one !== chat.id);
  const plain = { ...rules, chat_ids: others, without_ids: banned };
  const comesBack = !inside && isIn({ ...plain, id }, chat);
  await keepFolder(id, { ...plain, chat_ids: inside ? [...others, chat.id] : others, without_ids: comesBack ? [...banned, chat.id] : banned });
}
