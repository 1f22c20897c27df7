import { Icon24ErrorCircleFillRed, Icon28CheckCircleFill } from '@vkontakte/icons';
import { Alert, Snackbar } from '@vkontakte/vkui';

import { useT } from '../i18n/useT';
import { useDialogs } from './dialogs';

/** The question and the notice of the moment. */
export default function OpenDialogs() {
  const t = useT();
  const { question, notice } = useDialogs();
  return (
    <>
      {question && (
        <Alert
          title={question.title}
          description={question.text}
          dismissLabel={t('action.close')}
          actions={[
            { title: t('action.cancel'), mode: 'cancel', action: () => question.answer(false) },
            {
              title: question.action,
              mode: question.destructive ? 'destructive' : 'default',
              action: () => question.answer(true),
            },
          ]}
          onClosed={() => useDialogs.getState().question?.answer(false)}
        />
      )}
      {notice && (
        <Snackbar
          key={notice.id}
          duration={notice.failed ? 7000 : 4000}
          onClosed={() => useDialogs.setState((now) => (now.notice?.id === notice.id ? { notice: null } : {}))}
          before={
            notice.failed ? (
              <Icon24ErrorCircleFillRed />
            ) : (
              <Icon28CheckCircleFill width={24} height={24} fill="var(--vkui--color_icon_positive)" />
            )
          }
        >
          {notice.text}
        </Snackbar>
      )}
    </>
  );
}
