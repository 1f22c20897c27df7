import { Link as VkLink } from '@vkontakte/vkui';
import { Button } from '@vkontakte/vkui';
import { ApiError, isProblem } from '../../core/api/error';
import { useExplain, useT } from '../../core/i18n/useT';
import { CodeField } from './CodeField';
import styles from './CodeStep.module.css';
import { useCountdown } from './useCountdown';
import type { SignIn } from './useSignIn';

export function CodeStep({ signIn }: { signIn: SignIn }) {
  const t = useT();
  const { flow, askCode, type, tryCode, startAgain } = signIn;
  const wait = useCountdown(flow.code?.resend_at ?? null);
  const clock = `${Math.floor(wait / 60)}:${String(wait % 60).padStart(2, '0')}`;
  return (
    <div className={styles.step}>
      <CodeField
        label={t('sign_in.code.field')}
        value={flow.digits}
        failed={Boolean(flow.error)}
        busy={flow.busy}
        onChange={type}
        onComplete={(digits) => void tryCode(digits)}
      />
      <CodeError error={flow.error} />
      <Button
        size="l"
        stretched
        loading={flow.busy}
        disabled={flow.digits.length < 6}
        onClick={() => void tryCode(flow.digits)}
      >
        {t('action.continue')}
      </Button>
      <div className={styles.again}>
        {wait > 0 ? (
          <span className={styles.wait}>{t('sign_in.code.wait', { clock })}</span>
        ) : (
          <VkLink onClick={() => void askCode(flow.contact)}>{t('sign_in.code.again')}</VkLink>
        )}
        <VkLink onClick={startAgain}>{t('sign_in.code.correct', { kind: flow.code?.kind })}</VkLink>
      </div>
    </div>
  );
}

function CodeError({ error }: { error: unknown }) {
  const t = useT();
  const explain = useExplain();
  if (!error) return null;
  const left = isProblem(error, 'code_wrong') && error instanceof ApiError ? error.problem['tries_left'] : undefined;
  return (
    <p role="alert" className={styles.error}>
      {explain(error)} {typeof left === 'number' && t('sign_in.code.tries', { left })}
    </p>
  );
}
