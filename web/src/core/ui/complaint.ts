/** What somebody wants to complain of, asked from anywhere; the room that decides about it shows the dialog. */
import { create } from 'zustand';

export interface Complaint {
  target: 'message' | 'person' | 'chat';
  id: number;
  /** Whom or what it is about, in words: a name, a title, or the first words of a message. */
  about: string;
}

export const useComplaint = create<{ complaint: Complaint | null }>(() => ({ complaint: null }));

export function complain(complaint: Complaint): void {
  useComplaint.setState({ complaint });
}
