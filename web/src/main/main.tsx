import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { beforeLeaving, openSession } from '../identity/session';
import { stopMessaging } from '../messaging/start';
import { App } from './App';

beforeLeaving(stopMessaging);
beforeLeaving(async (staysHere) => staysHere || (await import('../notifications/push')).forgetSubscription());
void openSession();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
