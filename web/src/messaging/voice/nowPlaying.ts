import { create } from 'zustand';

/** A recording that can be played: one of a message, or one that is not sent yet. */
export interface Track {
  key: string;
  url: string;
  /** Milliseconds, as far as anybody knows. */
  duration: number;
  /** Where it was said; null for what is not said yet. */
  from: { conversationId: number; number: number; authorId: number } | null;
}

interface NowPlaying {
  track: Track | null;
  playing: boolean;
  /** Milliseconds. */
  position: number;
  rate: number;
  failed: boolean;
}

/** What sounds, wherever one browses; the player itself is loaded with the first recording. */
export const useNowPlaying = create<NowPlaying>(() => ({
  track: null,
  playing: false,
  position: 0,
  rate: 1,
  failed: false,
}));

/** Whoever signs out leaves nothing that sounds. */
export async function silence(): Promise<void> {
  if (useNowPlaying.getState().track !== null) (await import('./playback')).stop();
}
