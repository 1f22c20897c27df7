import type { Translate } from '../core/i18n/useT';
import type { State } from '../core/store/state';
import type { Conversation, Message, Purpose } from '../core/store/types';
import { briefName, displayName, letteredName } from '../core/ui/names';
import { stickerText } from './stickers/caption';
import { lengthText } from './length';
import { plain } from './text/format';
import { unitText } from './time/unit';

export { lengthText };

type People = State['people'];

/** How a chat is called: its own title, the partner of two, or «Избранное». */
export function titleOf(conversation: Conversation, people: People, t: Translate): string {
  if (conversation.kind === 'favourites') return t('chat.favourites');
  if (conversation.kind === 'group') return conversation.title;
  const partner = people[conversation.partner_id ?? 0];
  return partner === undefined ? t('chat.unknown_person') : displayName(partner);
}

/** Letters of a picture: given and family name of two, the words that matter of a title. */
export function lettersOf(conversation: Conversation, people: People, t: Translate): string {
  const partner = people[conversation.partner_id ?? 0];
  if (conversation.kind === 'direct' && partner !== undefined) return letteredName(partner);
  const title = titleOf(conversation, people, t);
  const words = title.split(/\s+/).filter((word, index) => index === 0 || !SMALL.test(word));
  return words.join(' ');
}

/** Prepositions and conjunctions give no letter. */
const SMALL = /^(?:и|в|во|на|по|для|от|с|со|к|о|об|из|за|the|of|and|for)$/iu;

/** Letters and colour follow the person in a chat of two, the chat itself otherwise. */
export const avatarId = (conversation: Conversation): number => conversation.partner_id ?? conversation.id;

/** One line that stands for a message in lists, quotes and notices. */
export function previewOf(message: Message, people: People, t: Translate): string {
  if (message.deleted) return t('chat.deleted');
  if (message.hidden) return t('chat.hidden');
  if (message.kind === 'service') return serviceText(message, people, t);
  const sticker = message.content?.sticker;
  if (sticker !== undefined) return stickerText(sticker, t);
  const poll = message.content?.poll;
  if (poll !== undefined) return t('chat.poll', { question: poll.question });
  const text = plain(message.body);
  return text === '' ? filesText(message.files, t) : text;
}

interface NamedFile {
  name: string;
  kind: string;
  purpose?: Purpose | null;
  duration_ms?: number | null;
}

function recordingText({ purpose, duration_ms }: NamedFile, t: Translate): string {
  const name = t(`chat.${purpose}`);
  return duration_ms ? `${name}, ${lengthText(duration_ms)}` : name;
}

export function filesText(files: readonly NamedFile[], t: Translate): string {
  const first = files[0];
  if (first === undefined) return '';
  if (files.length > 1) return t(files.every((file) => file.kind === 'image') ? 'chat.photos' : 'chat.files', { count: files.length });
  if (first.purpose) return recordingText(first, t);
  return first.kind === 'image' ? t('chat.photo') : first.name;
}

const nameOf = (people: People, id: unknown, t: Translate): string => {
  const person = typeof id === 'number' ? people[id] : undefined;
  return person === undefined ? t('chat.unknown_person') : briefName(person);
};

/** A line about what happened to the chat; an unknown happening is told in general words. */
export function serviceText(message: Message, people: People, t: Translate): string {
  const what = String(message.service?.['what'] ?? '');
  return t(KNOWN.has(what) ? `chat.service.${what}` : 'chat.service.other', {
    author: nameOf(people, message.author_id, t),
    title: String(message.service?.['title'] ?? ''),
    term: lifetimeOf(message),
    reason: String(message.service?.['reason'] ?? '') || 'none',
    people: peopleOf(message).map((id) => nameOf(people, id, t)).join(', '),
  });
}

const KNOWN = new Set(['created', 'renamed', 'added', 'removed', 'left', 'request_accepted', 'pinned', 'lifetime', 'joined', 'settings', 'silence', 'silence_ended', 'ownership', 'closed', 'new_year', 'accompanied', 'rules_held', 'rules_released']);

/** What a notice says of how long messages live; nothing when they stay. */
function lifetimeOf({ service }: Message): string {
  const seconds = service?.['seconds'];
  return typeof seconds === 'number' && seconds > 0 ? unitText(seconds) : 'empty';
}

function peopleOf({ service }: Message): number[] {
  const people = service?.['people'];
  return Array.isArray(people) ? people.filter((id) => typeof id === 'number') : [];
}

/** Everybody whose name a message needs. */
export function peopleIn(message: Message | null): number[] {
  if (message === null) return [];
  return [message.author_id, ...(message.reply_to === null ? [] : [message.reply_to.author_id]), ...message.mentions, ...peopleOf(message)];
}
