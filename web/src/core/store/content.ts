/** What a message carries beyond text, files and quote, as the server speaks it. */

/** What was spoken, as text. */
export interface Transcript {
  state: 'waiting' | 'ready' | 'failed';
  text: string;
  edited: boolean;
}

/** «!!!»: that a message is to be confirmed; the figures are for its author and those who run the chat. */
export interface Confirmation {
  required: boolean;
  mine_at: string | null;
  confirmed: number | null;
  total: number | null;
}

/** What is asked; `quiz_right` is the place of the right answer. */
export interface NewPoll {
  question: string;
  options: string[];
  many?: boolean;
  anonymous?: boolean;
  quiz_right?: number | null;
  explanation?: string;
  closes_at?: string | null;
  hide_until_closed?: boolean;
  change_allowed?: boolean;
}

/** A poll as I see it; what is not to be known yet is null. */
export interface Poll {
  question: string;
  options: string[];
  many: boolean;
  anonymous: boolean;
  quiz: boolean;
  change_allowed: boolean;
  hide_until_closed: boolean;
  closes_at: string | null;
  closed: boolean;
  counts: number[] | null;
  voters: number | null;
  right: number | null;
  explanation: string;
  voted: boolean;
  mine: number[];
}

export interface MessageContent {
  transcript?: Transcript;
  sticker?: string;
  forwarded?: { author_id: number; author_name: string; at: string };
  /** Who is called besides those named. */
  audience?: 'all' | 'teachers';
  confirmation?: Confirmation;
  poll?: Poll;
  silent?: boolean;
  expires_at?: string;
}

/** What an author sends besides text and files. */
export interface NewContent {
  sticker?: string;
  confirm?: boolean;
  poll?: NewPoll;
  /** Seconds. */
  lifetime?: number;
  /** It comes without a sound. */
  silent?: boolean;
}
