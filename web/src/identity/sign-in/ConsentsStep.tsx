import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import type { DocumentName } from '../../core/api/types';
import { useExplain, useT } from '../../core/i18n/useT';
import { AgreeList } from './AgreeList';
import type { Asking } from './useSignIn';

export function ConsentsStep({ signIn, onRead }: { signIn: Asking; onRead: (name: DocumentName) => void }) {
  const t = useT();
  const explain = useExplain();
  const [agreed, setAgreed] = useState(false);
  const { flow, agree, startAgain } = signIn;
  return (
    <>
      <AgreeList
        documents={flow.documents}
        onRead={onRead}
        onAgreed={setAgreed}
        error={flow.error ? explain(flow.error) : null}
      />
      <Button
        size="l"
        stretched
        loading={flow.busy}
        disabled={!agreed}
        onClick={() => void agree()}
        style={{ marginTop: 20 }}
      >
        {t('sign_in.consents.action')}
      </Button>
      <Button size="l" mode="tertiary" stretched onClick={startAgain} style={{ marginTop: 8 }}>
        {t('action.cancel')}
      </Button>
    </>
  );
}
