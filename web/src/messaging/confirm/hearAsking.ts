import { queries } from '../../core/api/query';
import { useLanguage } from '../../core/i18n/language';
import type { StreamEvent } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { readPoll } from '../outbox/answers';
import { texts } from './texts';

type Voted = { op: 'voted'; conversation_id: number; message_id: number; number: number };

/** What is asked of me has changed: lists of it ask again. null: nobody knows what was missed. */
export function hearAsking(heard: StreamEvent | Voted | null): void {
  if (heard !== null && 'op' in heard) {
    void readPoll(heard).catch(() => undefined);
    return;
  }
  if (heard?.kind === 'poll_voted') {
    // A quiz tells me the right answer now, which is nobody else's event.
    if (heard.options.length > 0) void readPoll(heard).catch(() => undefined);
    return;
  }
  void queries.invalidateQueries({ queryKey: ['awaited'] });
  if (heard?.kind === 'confirmation_reminded') void say('awaited.reminded');
  if (heard?.kind === 'poll_reminded') void say('awaited.reminded.poll');
}

async function say(id: keyof typeof texts.ru): Promise<void> {
  const { language } = useLanguage.getState();
  const words = language === 'ru' ? texts.ru : (await texts.en()).default;
  toast(words[id] ?? '');
}
