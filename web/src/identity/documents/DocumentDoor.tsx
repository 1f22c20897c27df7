import { Button } from '@vkontakte/vkui';

import type { DocumentName } from '../../core/api/types';
import { useT } from '../../core/i18n/useT';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Door } from '../Door';
import { Markdown } from './Markdown';
import { useDocuments } from './useDocuments';

/** A document read before signing in; going back returns to the step that was left. */
export function DocumentDoor({ name, onBack }: { name: DocumentName; onBack: () => void }) {
  const t = useT();
  const { data, error, refetch } = useDocuments();
  const found = data?.items.find(({ document }) => document === name);
  return (
    <Door
      wide
      title={found?.title ?? t(`documents.${name}.short`)}
      hint={found && t('documents.version', { version: found.version })}
    >
      {found ? (
        <Markdown text={found.text_markdown} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState />
      )}
      <Button size="l" stretched onClick={onBack} style={{ marginTop: 16 }}>
        {t('action.back')}
      </Button>
    </Door>
  );
}
