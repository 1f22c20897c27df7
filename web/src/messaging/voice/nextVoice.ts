import { knowledge } from '../../core/store/store';
import type { FileInfo, Message } from '../../core/store/types';
import { isClosed } from '../../files/closed';
import { fileUrl } from '../../files/viewed';
import type { Track } from './nowPlaying';

export function trackOf(message: Message, file: FileInfo): Track {
  return {
    key: `file:${file.id}:${message.id}`,
    url: fileUrl(file.id),
    duration: file.duration_ms ?? 0,
    from: { conversationId: message.conversation_id, number: message.number, authorId: message.author_id },
  };
}

/** The first voice message after this one in its chat, among those this device knows. */
export function nextVoice(track: Track | null): Track | null {
  if (track === null || track.from === null) return null;
  const { conversationId, number } = track.from;
  const later = Object.values(knowledge().threads[conversationId]?.messages ?? {})
    .filter((message) => message.number > number && !message.deleted && !message.hidden)
    .sort((a, b) => a.number - b.number);
  for (const message of later) {
    const file = message.files.find((one) => one.purpose === 'voice' && !isClosed(one));
    if (file !== undefined) return trackOf(message, file);
  }
  return null;
}
