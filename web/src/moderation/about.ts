import type { Translate } from '../core/i18n/useT';
import { displayName } from '../core/ui/names';
import type { CaseBrief } from './server';

/** Where something happened: a chat by its title, or a talk of two. */
function placeOf({ chat_title, chat_kind }: CaseBrief, t: Translate): string {
  if (chat_kind === null) return '';
  return chat_kind === 'direct' ? t('queue.direct') : t('queue.chat', { title: chat_title ?? '' });
}

/** What a case is about in one line of a list: who answers for it, and where it happened. */
export function aboutOf(one: CaseBrief, t: Translate): string {
  const who = one.accused ? displayName(one.accused) : t('queue.nobody');
  const parts = one.target === 'chat' ? [t('queue.target.chat'), placeOf(one, t), who] : [who, placeOf(one, t)];
  return parts.filter(Boolean).join(' · ');
}

/** The same where the person is shown beside it. */
export function matterOf(one: CaseBrief, t: Translate): string {
  return [t(`queue.target.${one.target}`), placeOf(one, t)].filter(Boolean).join(' · ');
}
