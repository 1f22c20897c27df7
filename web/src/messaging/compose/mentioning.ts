import type { Conversation, PersonBrief } from '../../core/store/types';
import { displayName, fullName } from '../../core/ui/names';

/** The name being typed after an @ right before the caret, and where it begins. */
export function mentionAt(text: string, caret: number): { from: number; words: string } | null {
  const match = /(?:^|\s)@([\p{L}-]*(?: [\p{L}-]*)?)$/u.exec(text.slice(0, caret));
  return match === null ? null : { from: caret - (match[1]?.length ?? 0) - 1, words: match[1] ?? '' };
}

/** Those whose first, last or whole name begins with the words. */
export function candidates(people: readonly PersonBrief[], words: string, most = 6): PersonBrief[] {
  const wanted = words.toLocaleLowerCase().replaceAll('ё', 'е');
  const begins = (name: string) => name.toLocaleLowerCase().replaceAll('ё', 'е').startsWith(wanted);
  return people
    .filter((person) => [displayName(person), fullName(person), person.family_name, person.patronymic].some(begins))
    .slice(0, most);
}

/** Whether the chat's order lets me call everybody: the server's own rule, so that nothing is offered in vain. */
export function mayMentionAll({ kind, my_role, class_id, teaches, settings }: Conversation): boolean {
  const who = settings?.who_mentions_all ?? 'administrators';
  if (kind !== 'group') return false;
  if (who === 'all' || my_role === 'owner') return true;
  return who === 'administrators' && (my_role === 'administrator' || (typeof class_id === 'number' && teaches === true));
}

export interface Call {
  word: string;
  audience: 'all' | 'teachers';
}

const CALLS: Call[] = [
  { word: 'все', audience: 'all' },
  { word: 'учителя', audience: 'teachers' },
  { word: 'all', audience: 'all' },
  { word: 'teachers', audience: 'teachers' },
];

/** Words that call many and begin like this; the English ones only when they are being typed. */
export function callsFor(words: string): Call[] {
  const wanted = words.toLocaleLowerCase();
  return CALLS.filter(({ word }) => word.startsWith(wanted) && (wanted !== '' || /^[а-я]/.test(word)));
}

export function insertMention(text: string, from: number, caret: number, person: PersonBrief): { text: string; caret: number } {
  const name = `@${displayName(person)} `;
  return { text: text.slice(0, from) + name + text.slice(caret), caret: from + name.length };
}

/** Of those picked, the ones whose names are still in the text. */
export function mentionedIn(text: string, picked: readonly PersonBrief[]): number[] {
  return [...new Set(picked.filter((person) => text.includes(`@${displayName(person)}`)).map((person) => person.id))];
}
