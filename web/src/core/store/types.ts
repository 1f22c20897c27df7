import type { SchoolEvent } from './school-events';
/** The shapes the server speaks; times are RFC 3339 strings in UTC, ids are integers. */
import type { MessageContent, Poll, Transcript } from './content';

export type * from './content';

export interface PersonBrief {
  id: number;
  family_name: string;
  given_name: string;
  patronymic: string;
  role: 'pupil' | 'parent' | 'teacher' | 'administrator' | null;
  label: string;
  confirmed_teacher: boolean;
  claimed: boolean;
  portrait?: number;
}

export type FileKind = 'image' | 'video' | 'audio' | 'document';

export interface FileInfo {
  id: number;
  name: string;
  content_type: string;
  kind: FileKind;
  size: number;
  width: number | null;
  height: number | null;
  duration_ms: number | null;
  preview: boolean;
  state: string;
  /** Recorded to be heard or seen at once. */
  purpose?: Purpose | null;
  /** 64 peaks from 0 to 31, one digit of base 32 each. */
  waveform?: string | null;
  /** What a scanner for malware says; absent where none looks. */
  scan?: 'none' | 'waiting' | 'clean' | 'unscanned' | 'infected';
}

export type Purpose = 'voice' | 'circle';

export interface ReplyQuote {
  id: number;
  number: number;
  author_id: number;
  excerpt: string;
  deleted: boolean;
  /** What its first file is: recorded, or of which kind. */
  attachment?: Purpose | FileKind | 'sticker' | 'poll' | null;
}

export interface Reaction {
  emoji: string;
  count: number;
  mine: boolean;
}

export interface Message {
  id: number;
  conversation_id: number;
  number: number;
  author_id: number;
  client_id: string | null;
  kind: 'text' | 'service';
  body: string;
  reply_to: ReplyQuote | null;
  files: FileInfo[];
  mentions: number[];
  reactions: Reaction[];
  service: Record<string, unknown> | null;
  /** What it carries beyond text, files and quote. */
  content?: MessageContent | null;
  created_at: string;
  edited_at: string | null;
  deleted: boolean;
  hidden: boolean;
  /** A mark of my own. */
  important?: boolean;
}

export type MemberRole = 'owner' | 'administrator' | 'member';

export type Who = 'all' | 'administrators' | 'owner';

/** The order of a chat; what is as usual is left out. */
export interface ChatSettings {
  who_writes?: 'all' | 'administrators';
  who_invites?: Who;
  who_pins?: Who;
  who_calls?: Who;
  who_mentions_all?: Who;
  forwarding_forbidden?: boolean;
  members_hidden?: boolean;
  /** Seconds between two messages of one member. */
  slow_mode?: number;
  approval?: boolean;
  silent_until?: string | null;
  silence_reason?: string;
}

export interface WriteBan {
  until: string;
  reason: string;
}

export interface Conversation {
  id: number;
  kind: 'direct' | 'group' | 'favourites';
  title: string;
  partner_id: number | null;
  automatic: string | null;
  class_id?: number | null;
  organisation_id: number | null;
  parents_only: boolean;
  members_count: number;
  my_role: MemberRole;
  /** How far this copy has followed the conversation's stream. */
  seq: number;
  last_number: number;
  last_message: Message | null;
  read_number: number;
  others_read_number: number;
  unread: number;
  mentioned: boolean;
  /** How many messages are pinned. */
  pins?: number;
  /** Whether words to teachers call me. */
  teaches?: boolean;
  request: { by: number; state: 'waiting' | 'declined' } | null;
  can_write: boolean;
  held_by_rules?: boolean;
  settings?: ChatSettings;
  /** How many seconds messages live here; null for ever. */
  lifetime?: number | null;
  /** How many messages of mine wait here to be sent later. */
  scheduled?: number;
  /** Mine: that I may not write here, and when I last spoke where slow mode counts from it. */
  write_ban?: WriteBan | null;
  said_at?: string | null;
  /** What waits for a decision: for administrators everything, for others their own messages. */
  waiting?: { held?: number; joins?: number; /** Grows when something changed although the numbers may not have. */ version?: number };
  muted_until: string | null;
  /** Of a muted chat: what names me or answers me is told all the same. */
  mentions_pass?: boolean;
  /** My own order: put away, the place on top (the smallest first), to come back to. */
  archived: boolean;
  pinned: number | null;
  marked_unread: boolean;
  /** How far these and the mute have followed my own stream. */
  own_seq: number;
  created_at: string;
}

export type ChatKind = 'classes' | 'subjects' | 'parents' | 'work' | 'direct' | 'groups';

/** What a folder holds: chats chosen one by one, and sorts of chats, of which some may stay out. */
export interface FolderRules {
  name: string;
  icon: string;
  chat_ids: number[];
  without_ids: number[];
  kinds: ChatKind[];
  unread_only: boolean;
  without_muted: boolean;
  without_archived: boolean;
}

export interface Folder extends FolderRules {
  id: number;
}

export interface MessagePage {
  items: Message[];
  people?: PersonBrief[];
  first_number: number;
  last_number: number;
  seq: number;
}

export interface ConversationPage {
  items: Conversation[];
  next: string | null;
  people?: PersonBrief[];
}

/** What happens inside a conversation, in the order of its stream. */
export type ConversationEvent =
  | { kind: 'message_added'; message: Message; absent?: boolean }
  | { kind: 'message_edited'; message_id: number; number: number; body: string; mentions: number[]; edited_at: string }
  | { kind: 'message_deleted'; message_id: number; number: number }
  | { kind: 'message_brought_back'; message: Message }
  | { kind: 'reaction_added'; message_id: number; number: number; person_id: number; emoji: string }
  | { kind: 'reaction_removed'; message_id: number; number: number; person_id: number; emoji: string }
  | { kind: 'member_joined'; person_id: number; role: MemberRole }
  | { kind: 'member_left'; person_id: number }
  | { kind: 'member_changed'; person_id: number; role: MemberRole }
  | ({ kind: 'conversation_changed'; closed?: boolean; opened?: boolean } & Partial<Omit<Conversation, 'kind'>>)
  | ({ kind: 'transcript_changed'; message_id: number; number: number } & Transcript)
  | { kind: 'settings_changed'; settings: ChatSettings }
  | { kind: 'lifetime_changed'; lifetime: number | null }
  | { kind: 'file_ready'; message_id: number; number: number; file: FileInfo }
  | { kind: 'message_pinned'; message_id: number; number: number; person_id: number; at: string; pins: number }
  | { kind: 'message_unpinned'; message_id: number; number: number; pins: number }
  | ({ kind: 'poll_counted'; message_id: number; number: number } & Pick<Poll, 'counts' | 'voters' | 'closed' | 'right' | 'explanation'>)
  | { kind: 'request_answered'; accepted: boolean }
  | { kind: 'member_portrayed'; person_id: number; portrait: number };

/** What happens to one person, on every device of theirs. */
export type PersonEvent =
  | { kind: 'conversation_joined'; conversation_id: number }
  | { kind: 'conversation_left'; conversation_id: number }
  | { kind: 'reading_moved'; conversation_id: number; number: number }
  | { kind: 'message_hidden'; conversation_id: number; message_id: number; number: number }
  | { kind: 'message_marked'; conversation_id: number; message_id: number; number: number; important: boolean }
  | { kind: 'muted'; conversation_id: number; until: string | null; mentions_pass?: boolean }
  | { kind: 'quiet_hours_changed' | 'notifications_changed' }
  | { kind: 'quiet_hours_ended'; messages: number; chats: number }
  | { kind: 'chats_pinned'; places: [conversation_id: number, place: number][] }
  | { kind: 'chat_archived'; conversation_id: number; archived: boolean }
  | { kind: 'chat_marked_unread'; conversation_id: number; marked: boolean }
  | { kind: 'draft_changed'; conversation_id: number; stamp: number; erased: boolean }
  | { kind: 'folder_changed'; folder: Folder }
  | { kind: 'folder_removed'; folder_id: number }
  | { kind: 'folders_arranged'; tabs: string[]; hidden: string[] }
  | { kind: 'confirmation_given'; conversation_id: number; message_id: number; number: number; at: string }
  | { kind: 'confirmations_counted'; conversation_id: number; message_id: number; number: number; confirmed: number; total: number }
  | { kind: 'confirmation_reminded' | 'poll_reminded'; conversation_id: number; message_id: number; number: number; by: number }
  | { kind: 'poll_voted'; conversation_id: number; message_id: number; number: number; options: number[] }
  | { kind: 'scheduled_changed'; conversation_id: number; count: number }
  | { kind: 'scheduled_refused'; conversation_id: number; scheduled_id: number; code: string }
  | { kind: 'reminder_changed'; conversation_id: number; message_id: number; number: number; at: string | null }
  | { kind: 'reminder_due'; conversation_id: number; message_id: number; number: number }
  | { kind: 'export_changed'; conversation_id: number; export_id: number; state: 'ready' | 'failed' }
  | { kind: 'write_ban_changed'; conversation_id: number; until: string | null; reason: string }
  | { kind: 'waiting_changed'; conversation_id: number; held: number; joins: number }
  | { kind: 'reaction_marked'; conversation_id: number; message_id: number; number: number; emoji: string; on: boolean }
  | { kind: 'session_started'; session_id: number; user_agent: string }
  | { kind: 'access_changed'; what: string }
  | { kind: 'report_decided'; report_id: number; outcome: 'dismissed' | 'acted' }
  | { kind: 'measure_taken'; measure_id: number; measure: string; reason: string; until: string | null }
  | { kind: 'measure_lifted'; measure_id: number; measure: string }
  | { kind: 'application_decided'; application_id: number; state: 'returned' | 'approved' | 'declined'; reason: string }
  | { kind: 'report_cases_changed' | 'applications_changed' | 'crisis_alerts_changed' | 'portraits_waiting' | 'person_portrayed' }
  | { kind: 'session_ended'; session_id: number }
  | SchoolEvent;

export type StreamEvent = ConversationEvent | PersonEvent;
