import { create } from 'zustand';

import { ALL } from './folders';

interface View {
  tab: string;
  archive: boolean;
}

/** Which of my chats the list shows: it stays so while somebody goes into a chat and back. */
export const useView = create<View>(() => ({ tab: ALL, archive: false }));

export const showTab = (tab: string): void => useView.setState({ tab, archive: false });
export const showArchive = (archive: boolean): void => useView.setState({ archive });
