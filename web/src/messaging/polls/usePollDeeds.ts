import { Icon20LockOutline, Icon20PollOutline, Icon20ArrowUturnLeftOutline } from '@vkontakte/icons';

import { useExplain, type Translate } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Conversation, Message } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { useChatActs } from '../chat/context';
import type { Deed } from '../chat/deeds';
import { vote } from '../outbox/wishes';
import { closePoll } from './server';
import { texts } from './texts';

/** What may be done with a poll: see how it goes, take one's vote back, close it. */
export function usePollDeeds(conversation: Conversation, message: Message): Deed[] {
  const t = useTexts(texts);
  const explain = useExplain();
  const acts = useChatActs();
  const me = useStore((store) => store.data.me);
  const poll = message.content?.poll;
  if (!poll || message.deleted || message.id === 0) return [];
  const watches = message.author_id === me || conversation.my_role !== 'member';
  const all: (Deed | false)[] = [
    (watches || (!poll.anonymous && poll.counts !== null)) && {
      id: 'poll.deed',
      text: t('poll.deed'),
      Icon: Icon20PollOutline,
      act: () => acts.sheet({ kind: 'poll', message }),
    },
    poll.change_allowed &&
      poll.voted &&
      !poll.closed && { id: 'poll.retract', text: t('poll.retract'), Icon: Icon20ArrowUturnLeftOutline, act: () => void askToRetract(message, t) },
    watches && !poll.closed && { id: 'poll.close', text: t('poll.close'), Icon: Icon20LockOutline, act: () => void askToClose(message, t, explain) },
  ];
  return all.filter((deed) => deed !== false);
}

async function askToRetract(message: Message, t: Translate): Promise<void> {
  if (await confirm({ title: t('poll.retract.ask'), text: t('poll.retract.text'), action: t('poll.retract') })) vote(message, []);
}

async function askToClose(message: Message, t: Translate, explain: (error: unknown) => string): Promise<void> {
  const agreed = await confirm({ title: t('poll.close.ask'), text: t('poll.close.text'), action: t('poll.close'), destructive: true });
  if (!agreed) return;
  await closePoll(message.id).then(
    () => toast(t('poll.closed.now')),
    (error: unknown) => toast(explain(error), { failed: true }),
  );
}
