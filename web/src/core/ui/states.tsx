/** What stands in place of content that is absent, late or failed. */
import { Icon56CancelCircleOutline } from '@vkontakte/icons';
import { Button, Placeholder, Spinner } from '@vkontakte/vkui';
import type { ReactNode } from 'react';

import { useExplain, useT } from '../i18n/useT';
import styles from './states.module.css';

interface EmptyProps {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyProps) {
  return (
    <div className={styles.fill}>
      <Placeholder icon={icon} title={title} action={action} noPadding={false}>
        {children}
      </Placeholder>
    </div>
  );
}

export function LoadingState() {
  const t = useT();
  return (
    <div className={styles.fill} role="status" aria-label={t('state.loading')}>
      <Spinner size="l" noColor={false}>
        {null}
      </Spinner>
    </div>
  );
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT();
  const explain = useExplain();
  return (
    <div role="alert" className={styles.fill}>
      <Placeholder
        icon={<Icon56CancelCircleOutline />}
        title={t('state.failed')}
        action={
          onRetry && (
            <Button size="m" mode="secondary" onClick={onRetry}>
              {t('action.retry')}
            </Button>
          )
        }
      >
        {explain(error)}
      </Placeholder>
    </div>
  );
}
