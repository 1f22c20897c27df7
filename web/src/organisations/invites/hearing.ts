/** News of joining and of the family, as they come over the live line; loaded with the first of them. */
import { createIntl } from 'react-intl';

import { queries } from '../../core/api/query';
import { useLanguage } from '../../core/i18n/language';
import type { SchoolEvent } from '../../core/store/school-events';
import { toast } from '../../core/ui/dialogs';
import { refreshMe, startAnew } from '../../identity/session';
import { texts } from './texts';

export async function hearSchool(event: SchoolEvent): Promise<void> {
  if (event.kind === 'joining_decided' && event.received) return startAnew(window.location.pathname, true);
  const stale = event.kind === 'joining_asked' ? ['joinings'] : ['school-joining', 'family', 'roles', 'invites'];
  if (event.kind !== 'joining_asked') await refreshMe().catch(() => undefined);
  await Promise.all(stale.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  if (event.kind === 'joining_decided') {
    await say(event.approved ? 'news.joined' : 'news.declined', { school: event.organisation_name, reason: event.reason });
  }
  if (event.kind === 'family_changed') {
    await say(event.ended ? 'news.guardian.ended' : 'news.guardian', { guardian: event.guardian_name, child: event.child_name });
  }
}

async function say(id: string, values: Record<string, string>): Promise<void> {
  const { language } = useLanguage.getState();
  const messages = language === 'en' ? (await texts.en()).default : texts.ru;
  toast(createIntl({ locale: language, messages }).formatMessage({ id }, values));
}
