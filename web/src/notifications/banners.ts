/** What is shown over the page for a moment. */
import { create } from 'zustand';

import type { Message } from '../core/store/types';

export type Banner =
  | { id: number; what: 'message'; message: Message }
  | { id: number; what: 'summary'; messages: number; chats: number }
  | { id: number; what: 'device'; device: string };

export const useBanner = create<{ banner: Banner | null }>(() => ({ banner: null }));

let last = 0;

export function showMessage(message: Message): void {
  useBanner.setState({ banner: { id: ++last, what: 'message', message } });
}

export function showSummary(messages: number, chats: number): void {
  useBanner.setState({ banner: { id: ++last, what: 'summary', messages, chats } });
}

export function showDevice(device: string): void {
  useBanner.setState({ banner: { id: ++last, what: 'device', device } });
}

export function hideBanner(): void {
  useBanner.setState({ banner: null });
}
