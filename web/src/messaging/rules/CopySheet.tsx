import { useQuery } from '@tanstack/react-query';
import { Button, FormItem, Input, SimpleCell, Switch } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { mergeConversation } from '../../core/store/merge';
import { change } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { PersonRow } from '../list/PersonRow';
import styles from './Rules.module.css';
import { copyGroup, lookAtCopy } from './server';
import { texts } from './texts';

/** A new chat with the people and the order of this one; says who cannot come along. */
export default function CopySheet({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [title, setTitle] = useState(conversation.title);
  const [withSettings, setWithSettings] = useState(true);
  const [busy, setBusy] = useState(false);
  const preview = useQuery({ queryKey: ['copy', conversation.id, conversation.members_count], queryFn: () => lookAtCopy(conversation.id) });
  if (preview.isPending) return <LoadingState />;
  if (preview.error !== null) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  const { people_count, left_out, left_out_count } = preview.data;
  const create = () => {
    setBusy(true);
    copyGroup(conversation.id, title.trim(), withSettings)
      .then(
        (made) => {
          change((state) => mergeConversation(state, made));
          onClose();
          navigate(`/chats/${made.id}`);
        },
        (error: unknown) => toast(explain(error), { failed: true }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.form}>
      <FormItem top={t('rules.copy.title')} htmlFor="copy-title">
        <Input id="copy-title" value={title} maxLength={100} onChange={(event) => setTitle(event.target.value)} />
      </FormItem>
      <SimpleCell
        Component="label"
        multiline
        subtitle={t('rules.copy.settings.hint')}
        after={<Switch aria-label={t('rules.copy.settings')} checked={withSettings} onChange={(event) => setWithSettings(event.target.checked)} />}
      >
        {t('rules.copy.settings')}
      </SimpleCell>
      <p className={styles.hint}>{t('rules.copy.people', { count: people_count })}</p>
      {left_out_count > 0 && (
        <section aria-label={t('rules.copy.left_out', { count: left_out_count })}>
          <h4 className={styles.heading}>{t('rules.copy.left_out', { count: left_out_count })}</h4>
          <ul className={styles.left_out}>
            {left_out.map((person) => (
              <li key={person.id}>
                <PersonRow person={person} register onClick={() => navigate(`/people/${person.id}`)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={styles.foot}>
        <Button size="l" stretched loading={busy} disabled={title.trim() === ''} onClick={create}>
          {t('rules.copy.create')}
        </Button>
      </div>
    </div>
  );
}
