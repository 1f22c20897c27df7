import { randomId } from '../../core/api/random';
import type { Extras } from '../compose/extras';
import type { Target } from '../chat/useChatActions';
import { sendMessage } from '../outbox/wishes';
import { rememberRecent } from './recent';
import type { Recorded } from './recording';
import { waveOf } from './wave';

/** Where a recording goes, and what goes with it. */
export interface Destination {
  conversationId: number;
  target: Target;
  extras: Extras;
  onSent: () => void;
}

/** On its way by the same road as everything else: kept on the device, resumed where it was cut, sent once. */
export function sendRecorded({ purpose, blob, duration, levels }: Recorded, { conversationId, target, extras, onSent }: Destination): void {
  const waveform = purpose === 'voice' ? waveOf(levels) : '';
  const name = nameOf(purpose, blob.type);
  rememberRecent(name, waveform, duration);
  const attachment = {
    id: randomId(),
    name,
    content_type: blob.type,
    kind: purpose === 'voice' ? ('audio' as const) : ('video' as const),
    size: blob.size,
    width: null,
    height: null,
    purpose,
    duration_ms: Math.round(duration),
    ...(purpose === 'voice' ? { waveform } : {}),
    file_id: null,
    failed: false,
  };
  sendMessage(conversationId, { body: '', reply: target.reply, mentions: [], files: [{ attachment, blob }], content: extras.content });
  extras.clear();
  target.clear();
  onSent();
}

/** `voice-2026-11-22-12-30-05.webm`: tells itself apart in a folder of downloads. */
function nameOf(purpose: string, type: string): string {
  const moment = new Date().toISOString().slice(0, 19).replace(/[T:]/g, '-');
  const extension = type.includes('mp4') ? 'mp4' : type.includes('ogg') ? 'ogg' : 'webm';
  return `${purpose}-${moment}.${extension}`;
}

/** The line may be gone when the recording is done: what shows it is fetched while somebody still speaks. */
export function loadWhatShowsIt(): void {
  void import('./PendingRecording').catch(() => undefined);
}
