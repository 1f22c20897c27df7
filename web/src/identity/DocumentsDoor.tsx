import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { api } from '../core/api/client';
import type { DocumentName } from '../core/api/types';
import { useExplain, useT } from '../core/i18n/useT';
import { DocumentDoor } from './documents/DocumentDoor';
import { Door } from './Door';
import { leave, refreshMe, useMe } from './session';
import { AgreeList } from './sign-in/AgreeList';

/** A document changed while the person was signed in: agree to its new version, or leave. */
export default function DocumentsDoor() {
  const t = useT();
  const explain = useExplain();
  const documents = useMe().documents_to_accept;
  const [reading, setReading] = useState<DocumentName | null>(null);
  const [agreed, setAgreed] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const accept = async () => {
    try {
      const consents = documents.map(({ document, version }) => ({ document, version }));
      await api.put('/api/me/consents', { consents });
      await refreshMe();
    } catch (thrown) {
      setError(thrown);
    }
  };
  if (reading) return <DocumentDoor name={reading} onBack={() => setReading(null)} />;
  return (
    <Door title={t('documents.changed')} hint={t('documents.changed.hint')}>
      <AgreeList documents={documents} onRead={setReading} onAgreed={setAgreed} error={error ? explain(error) : null} />
      <Button size="l" stretched disabled={!agreed} onClick={() => void accept()} style={{ marginTop: 20 }}>
        {t('sign_in.consents.action')}
      </Button>
      <Button size="l" mode="tertiary" stretched onClick={() => void leave()} style={{ marginTop: 8 }}>
        {t('settings.sign_out')}
      </Button>
    </Door>
  );
}
