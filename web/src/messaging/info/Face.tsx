import { Icon24WriteOutline } from '@vkontakte/icons';
import { Button, FormItem, IconButton, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useExplain, useT } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import { mergeConversation } from '../../core/store/merge';
import { change, useStore } from '../../core/store/store';
import type { Conversation } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { ChatAvatar } from '../list/ChatAvatar';
import { rename } from '../server/conversations';
import { titleOf } from '../titles';
import styles from './Info.module.css';
import { mayRename } from './rights';

/** The chat's face: picture, title, what kind of chat it is. */
export function Face({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const people = useStore((store) => store.data.people);
  const partner = people[conversation.partner_id ?? 0];
  const [renaming, setRenaming] = useState(false);
  if (renaming) return <Rename conversation={conversation} onDone={() => setRenaming(false)} />;
  return (
    <div className={styles.face}>
      <ChatAvatar chat={conversation} size={80} />
      <div className={styles.title}>
        <h3 className={styles.heading}>{titleOf(conversation, people, t)}</h3>
        {mayRename(conversation) && (
          <IconButton label={t('info.rename')} onClick={() => setRenaming(true)}>
            <Icon24WriteOutline color="var(--vkui--color_icon_accent)" />
          </IconButton>
        )}
      </div>
      {partner !== undefined && conversation.kind === 'direct' && (
        <>
          <div className={styles.note}>{partner.label}</div>
          <Button mode="secondary" onClick={() => navigate(`/people/${partner.id}`)}>
            {t('info.profile')}
          </Button>
        </>
      )}
      {conversation.kind === 'favourites' && <div className={styles.note}>{t('chat.favourites.hint')}</div>}
      {conversation.parents_only && <div className={styles.note}>{t('info.parents_only')}</div>}
    </div>
  );
}

function Rename({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const t = useT();
  const explain = useExplain();
  const [title, setTitle] = useState(conversation.title);
  const save = (event: FormEvent) => {
    event.preventDefault();
    rename(conversation.id, title.trim()).then(
      (fresh) => {
        if (fresh) change((state) => mergeConversation(state, fresh));
        onDone();
      },
      (error: unknown) => toast(explain(error), { failed: true }),
    );
  };
  return (
    <form onSubmit={save}>
      <FormItem top={t('info.title_field')} htmlFor="chat-title">
        <Input id="chat-title" value={title} maxLength={100} autoFocus onChange={(event) => setTitle(event.target.value)} />
      </FormItem>
      <div className={styles.buttons}>
        <Button type="submit" size="m" disabled={title.trim() === ''}>
          {t('action.save')}
        </Button>
        <Button type="button" size="m" mode="secondary" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
