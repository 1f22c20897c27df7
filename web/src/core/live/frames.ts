import type { Problem } from '../api/error';
import type { Message, StreamEvent } from '../store/types';

/** true: in the network; a time: last seen then; false: unknown or hidden. */
export type Presence = boolean | string;

export type ServerFrame =
  | { op: 'welcome'; person_id: number; streams: Record<string, number>; reset: string[]; gone?: string[]; time?: string }
  | { op: 'event'; stream: string; seq: number; event: StreamEvent }
  | { op: 'caught_up' }
  | { op: 'ack'; ref: string; message: Message }
  | { op: 'refused'; ref: string; problem: Problem }
  | { op: 'typing'; conversation_id: number; person_id: number }
  | { op: 'reading'; conversation_id: number; readers: [number, number][] }
  | { op: 'voted'; conversation_id: number; message_id: number; number: number }
  | { op: 'presence'; people: Record<string, Presence> }
  | { op: 'online'; conversation_id: number; count: number }
  | { op: 'opened'; stream: string; seq: number }
  | { op: 'closed'; stream: string }
  | { op: 'pong' };

export interface SendFrame {
  op: 'send';
  ref: string;
  conversation_id: number;
  client_id: string;
  body: string;
  reply_to_id: number | null;
  file_ids: number[];
  mentions: number[];
}

export type ClientFrame =
  | { op: 'hello'; cursors: Record<string, number> }
  | SendFrame
  | { op: 'typing'; conversation_id: number }
  | { op: 'watch'; people: number[]; conversation_id: number | null }
  | { op: 'focus'; on: boolean }
  | { op: 'ping' };

export function readFrame(data: unknown): ServerFrame | null {
  if (typeof data !== 'string') return null;
  try {
    const frame: unknown = JSON.parse(data);
    return typeof frame === 'object' && frame !== null && 'op' in frame ? (frame as ServerFrame) : null;
  } catch {
    return null;
  }
}
