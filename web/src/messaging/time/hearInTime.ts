import { queries } from '../../core/api/query';
import { useLanguage } from '../../core/i18n/language';
import type { StreamEvent } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { texts } from './texts';

/** Tells what I asked to be told at its moment, and lets open lists ask anew. */
export function hearInTime(event: StreamEvent): void {
  if (event.kind === 'scheduled_changed') refresh('scheduled', event.conversation_id);
  if (event.kind === 'scheduled_refused') {
    refresh('scheduled', event.conversation_id);
    void tell('scheduled.refused.toast', { failed: true });
  }
  if (event.kind === 'reminder_changed' || event.kind === 'reminder_due') refresh('reminders');
  if (event.kind === 'reminder_due') void tell('remind.due');
  if (event.kind === 'export_changed') {
    refresh('exports', event.conversation_id);
    void tell(`export.${event.state}.toast`, { failed: event.state === 'failed' });
  }
}

const refresh = (...queryKey: (string | number)[]): void => void queries.invalidateQueries({ queryKey });

async function tell(id: string, how: { failed?: boolean } = {}): Promise<void> {
  const said = useLanguage.getState().language === 'ru' ? texts.ru : (await texts.en()).default;
  toast(said[id] ?? id, how);
}
