import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';

import { queries } from '../core/api/query';
import { speak } from '../core/api/client';
import { useLanguage } from '../core/i18n/language';
import { DialogHost } from '../core/ui/DialogHost';
import { ErrorBoundary } from '../core/ui/ErrorBoundary';
import { ThemeProvider } from '../core/ui/ThemeProvider';
import { useSession } from '../identity/session';
import { Doorway } from './Doorway';
import { messagesIn, russian } from './messages';

const UpdatePrompt = lazy(() => import('./UpdatePrompt'));

export function App() {
  const language = useLanguage((state) => state.language);
  const timeZone = useSession((session) => session.me?.time_zone);
  const [spoken, setSpoken] = useState({ language: 'ru', messages: russian });

  useEffect(() => {
    speak(language);
    document.documentElement.lang = language;
    let current = true;
    void messagesIn(language).then((messages) => current && setSpoken({ language, messages }));
    return () => {
      current = false;
    };
  }, [language]);

  return (
    <IntlProvider locale={spoken.language} messages={spoken.messages} timeZone={timeZone ?? 'Europe/Moscow'}>
      <QueryClientProvider client={queries}>
        <ThemeProvider>
          <ErrorBoundary>
            <Doorway />
          </ErrorBoundary>
          <Suspense>
            <UpdatePrompt />
          </Suspense>
          <DialogHost />
        </ThemeProvider>
      </QueryClientProvider>
    </IntlProvider>
  );
}
