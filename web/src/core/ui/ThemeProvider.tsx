import { AdaptivityProvider, AppRoot, ConfigProvider } from '@vkontakte/vkui';
import { useEffect, type ReactNode } from 'react';

import { useLanguage } from '../i18n/language';
import { useTheme } from './theme';

import '@vkontakte/vkui/dist/cssm/styles/themes.css';
import './tokens.css';
import './base.css';

/** VKUI set up once: one platform everywhere, so that a phone and a desktop teach the same habits. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const choice = useTheme((state) => state.choice);
  const language = useLanguage((state) => state.language);
  useEffect(() => paintBrowserBar(choice), [choice]);
  return (
    <ConfigProvider
      platform="android"
      locale={language}
      hasCustomPanelHeaderAfter={false}
      {...(choice === 'system' ? {} : { colorScheme: choice })}
    >
      <AdaptivityProvider sizeX="compact">
        <AppRoot layout="plain" userSelectMode="enabled-with-pointer">
          {children}
        </AppRoot>
      </AdaptivityProvider>
    </ConfigProvider>
  );
}

function paintBrowserBar(choice: string): void {
  for (const tag of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = choice === 'system' ? (tag.media.includes('dark') ? 'dark' : 'light') : choice;
    tag.content = scheme === 'dark' ? '#19191a' : '#ffffff';
  }
}
