import { Icon20ReportOutline } from '@vkontakte/icons';

import { useT } from '../../core/i18n/useT';
import { useStore } from '../../core/store/store';
import type { Message } from '../../core/store/types';
import { complain } from '../../core/ui/complaint';
import type { Deed } from './deeds';

/** Complaining of what somebody else wrote. */
export function useReportDeed(message: Message): Deed[] {
  const t = useT();
  const me = useStore((store) => store.data.me);
  if (message.author_id === me || message.deleted || message.hidden || message.kind === 'service') return [];
  const act = () => complain({ target: 'message', id: message.id, about: message.body.slice(0, 140) });
  return [{ id: 'report', text: t('action.report'), Icon: Icon20ReportOutline, danger: true, act }];
}
