import type { Translate } from '../core/i18n/useT';
import { displayName } from '../core/ui/names';
import type { CaseBrief } from './server';

/** What a case is about in one line: who answers for it, and where it happened. */
export function aboutOf({ accused, chat_title, chat_kind, target }: CaseBrief, t: Translate): string {
  const where = chat_kind === null ? '' : chat_kind === 'direct' ? t('queue.direct') : t('queue.chat', { title: chat_title ?? '' });
  const who = accused ? displayName(accused) : t('queue.nobody');
  return [target === 'chat' ? t('queue.target.chat') : null, who, where].filter(Boolean).join(' · ');
}
