import { lazy, Suspense, useEffect } from 'react';

import { useT } from '../core/i18n/useT';
import { split } from '../core/navigation/match';
import { usePath } from '../core/navigation/router';
import { useWide } from '../core/navigation/useWide';
import { ErrorBoundary } from '../core/ui/ErrorBoundary';
import { LoadingState } from '../core/ui/states';
import { useNowPlaying } from '../messaging/voice/nowPlaying';
import { Navigation } from './Navigation';
import { expectChat, panesFor } from './panes';
import styles from './Shell.module.css';

const MiniPlayer = lazy(() => import('../messaging/voice/MiniPlayer'));

/** Rail, list and content side by side; on a phone one of them at a time, with tabs under the lists. */
export function Shell() {
  const t = useT();
  const wide = useWide();
  const path = usePath();
  const section = split(path)[0] ?? 'chats';
  const { list, content, placeholder } = panesFor(path);
  const showList = wide || content === null;
  const List = wide ? 'section' : 'main';
  useEffect(expectChat, []);
  const sounding = useNowPlaying(({ track }) => track !== null && track.from !== null);
  return (
    <div className={styles.shell}>
      <Suspense>{sounding && <MiniPlayer />}</Suspense>
      <div className={wide ? styles.wide : styles.narrow}>
        {wide && <Navigation active={section} wide />}
        {showList && (
          <List className={styles.list} aria-label={wide ? t('shell.list') : undefined}>
            <ErrorBoundary resetKey={section}>
              <Suspense fallback={<LoadingState />}>{list}</Suspense>
            </ErrorBoundary>
          </List>
        )}
        {(wide || content !== null) && (
          <main className={styles.content}>
            <ErrorBoundary resetKey={path}>
              <Suspense fallback={<LoadingState />}>{content ?? placeholder}</Suspense>
            </ErrorBoundary>
          </main>
        )}
        {!wide && content === null && <Navigation active={section} wide={false} />}
      </div>
    </div>
  );
}
