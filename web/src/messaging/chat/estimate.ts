import { isEmojiOnly } from '../text/format';
import type { Row } from './rows';

const PER_LINE = 52;

/** A guess at a row's height before it is measured: the nearer, the steadier the scroll bar. */
export function estimate(row: Row | undefined): number {
  if (row === undefined) return 44;
  const { message } = row;
  const around = (row.day ? 40 : 0) + (row.unread ? 36 : 0) + (row.first ? 8 : 2);
  if (message.kind === 'service') return around + 28;
  if (message.content?.sticker !== undefined && !message.deleted) return around + 172;
  const text = message.body === '' ? 0 : isEmojiOnly(message.body) ? 48 : lines(message.body) * 20;
  const recorded = recordings(row);
  if (recorded > 0) return around + 22 + text + recorded;
  const images = message.files.filter((file) => file.kind === 'image' || file.kind === 'video').length;
  const documents = message.files.length - images + (row.task?.files.length ?? 0);
  const media = images === 0 ? 0 : images === 1 ? 280 : 200 * Math.ceil(images / 2);
  const extras = (message.reply_to === null ? 0 : 42) + (message.reactions.length > 0 ? 32 : 0);
  const name = row.first && !row.mine ? 20 : 0;
  return around + 14 + name + text + media + documents * 56 + extras;
}

function recordings({ message, task }: Row): number {
  const words = message.content?.transcript?.text;
  const said = words === undefined ? 0 : 28 + lines(words.slice(0, 280)) * 24;
  return (task?.files ?? message.files).reduce((sum, file) => sum + (file.purpose === 'circle' ? 272 : file.purpose ? 64 : 0), 0) + said;
}

function lines(body: string): number {
  return body.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / PER_LINE)), 0);
}
