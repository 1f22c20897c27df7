/** Questions and short notices asked from anywhere, shown by one host. */
import { create } from 'zustand';

export interface Question {
  title: string;
  text?: string;
  /** What the confirming button says: the deed itself, never «ОК». */
  action: string;
  destructive?: boolean;
}

export interface Notice {
  id: number;
  text: string;
  failed: boolean;
}

interface DialogState {
  question: (Question & { answer: (agreed: boolean) => void }) | null;
  notice: Notice | null;
}

export const useDialogs = create<DialogState>(() => ({ question: null, notice: null }));

/** Resolves to true only when the person pressed the named action. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (agreed: boolean) => {
      useDialogs.setState({ question: null });
      resolve(agreed);
    };
    useDialogs.getState().question?.answer(false);
    useDialogs.setState({ question: { ...question, answer } });
  });
}

let lastNotice = 0;

export function toast(text: string, { failed = false } = {}): void {
  useDialogs.setState({ notice: { id: ++lastNotice, text, failed } });
}
