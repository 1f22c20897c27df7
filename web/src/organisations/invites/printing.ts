/** A sheet is handed to the tab that prints it and stays in memory only: its codes are stored nowhere. */
import type { Sheet } from './server';

const channelOf = (id: string) => `parta.print.${id}`;

/** Answers the printing tab for as long as the page that made the sheet is open. */
export function offerSheet(id: string, sheet: Sheet): () => void {
  const channel = new BroadcastChannel(channelOf(id));
  channel.addEventListener('message', ({ data }) => data === 'ask' && channel.postMessage(sheet));
  return () => channel.close();
}

/** The sheet, or null when nobody offers it any more. */
export function askForSheet(id: string, patience = 3000): Promise<Sheet | null> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(channelOf(id));
    const finish = (sheet: Sheet | null) => {
      clearTimeout(timer);
      channel.close();
      resolve(sheet);
    };
    const timer = setTimeout(() => finish(null), patience);
    channel.addEventListener('message', ({ data }) => typeof data === 'object' && finish(data as Sheet));
    channel.postMessage('ask');
  });
}
