import { Button, FormItem, Input, Textarea } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';
import { useIntl } from 'react-intl';

import { useTexts } from '../../core/i18n/useTexts';
import { Sheet } from '../../core/ui/Sheet';
import { confirm } from '../../core/ui/dialogs';
import type { ComposeSheetProps } from '../compose/sheets';
import { sendMessage } from '../outbox/wishes';
import { emptyDraft, isTouched, LONGEST_EXPLANATION, LONGEST_QUESTION, readDraft, type Fault, type PollDraft } from './draft';
import { OptionFields } from './OptionFields';
import styles from './PollComposer.module.css';
import { PollSettings } from './PollSettings';
import { PollTerm } from './PollTerm';
import { texts } from './texts';

export interface FieldProps {
  draft: PollDraft;
  set: (change: Partial<PollDraft>) => void;
}

/** A new poll: the question, its answers, and how it goes. */
export default function PollComposer({ context, onClose }: ComposeSheetProps) {
  const t = useTexts(texts);
  const { timeZone = 'UTC' } = useIntl();
  const [draft, setDraft] = useState(emptyDraft);
  const [fault, setFault] = useState<Fault | null>(null);
  const set = (change: Partial<PollDraft>) => {
    setFault(null);
    setDraft((was) => ({ ...was, ...change }));
  };
  const close = async () => {
    const ask = { title: t('poll.lose'), text: t('poll.lose.text'), action: t('poll.lose.do'), destructive: true };
    if (!isTouched(draft) || (await confirm(ask))) onClose();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const read = readDraft(draft, timeZone, Date.now());
    if ('fault' in read) {
      setFault(read.fault);
      return;
    }
    sendMessage(context.conversation.id, { body: '', reply: context.reply, mentions: [], files: [], content: { poll: read.poll } });
    onClose();
  };
  const title = t('poll.new');
  return (
    <Sheet title={title} preventClose={isTouched(draft)} onClose={() => void close()}>
      <form className={styles.form} onSubmit={send} noValidate>
        <FormItem top={t('poll.question')} htmlFor="poll-question">
          <Textarea
            id="poll-question"
            value={draft.question}
            maxLength={LONGEST_QUESTION}
            rows={2}
            autoFocus
            placeholder={t('poll.question.hint')}
            onChange={(event) => set({ question: event.target.value })}
          />
        </FormItem>
        <OptionFields draft={draft} set={set} />
        {draft.quiz && (
          <FormItem top={t('poll.explanation')} htmlFor="poll-explanation">
            <Input
              id="poll-explanation"
              value={draft.explanation}
              maxLength={LONGEST_EXPLANATION}
              placeholder={t('poll.explanation.hint')}
              onChange={(event) => set({ explanation: event.target.value })}
            />
          </FormItem>
        )}
        <PollSettings draft={draft} set={set} />
        <PollTerm draft={draft} set={set} timeZone={timeZone} />
        <div className={styles.send}>
          {fault !== null && (
            <p className={styles.fault} role="alert">
              {t(`poll.error.${fault}`)}
            </p>
          )}
          <Button type="submit" size="l" stretched>
            {t('poll.send')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
