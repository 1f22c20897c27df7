/** What was done with my way in, on this device or elsewhere; loaded with the first news of it. */
import { createIntl } from 'react-intl';

import { queries } from '../../core/api/query';
import { useLanguage } from '../../core/i18n/language';
import { toast } from '../../core/ui/dialogs';
import { refreshMe } from '../session';
import { texts } from './texts';

/** Of what one does oneself the page says enough; these come from others. */
const SAID = new Set(['factor_reset', 'factor_guessed', 'recovery_used', 'passkey_added', 'move_started', 'moved']);

export async function hearAccess(what: string): Promise<void> {
  await Promise.all(['passkeys', 'second-factor', 'moves', 'sessions'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  if (what === 'moved') await refreshMe().catch(() => undefined);
  if (!SAID.has(what)) return;
  const { language } = useLanguage.getState();
  const messages = language === 'en' ? (await texts.en()).default : texts.ru;
  toast(createIntl({ locale: language, messages }).formatMessage({ id: `news.${what}` }));
}
