import { useEffect } from 'react';

import { useTexts } from '../core/i18n/useTexts';
import { toast } from '../core/ui/dialogs';
import { hearEvents } from '../messaging/announce';
import { applicationsChanged } from './server';
import { texts } from './texts';

/** Stands over any page: what was decided about one's application, and how much waits for those who decide. */
export default function Host() {
  const t = useTexts(texts);
  useEffect(
    () =>
      hearEvents((event) => {
        if (event.kind === 'applications_changed') applicationsChanged();
        if (event.kind !== 'application_decided') return;
        applicationsChanged();
        toast(t(`news.${event.state}`), { failed: event.state !== 'approved' });
      }),
    [t],
  );
  return null;
}
