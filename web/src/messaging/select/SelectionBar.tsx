import {
  Icon24Cancel,
  Icon24CopyOutline,
  Icon24DeleteOutline,
  Icon24FavoriteOutline,
  Icon24ShareOutline,
  Icon24UnfavoriteOutline,
} from '@vkontakte/icons';
import { useEffect, useMemo, useState, type ComponentType } from 'react';

import { useDates } from '../../core/i18n/useDates';
import { useTexts } from '../../core/i18n/useTexts';
import { useStore } from '../../core/store/store';
import type { Conversation, Message } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { displayName } from '../../core/ui/names';
import { Floating } from '../chat/Floating';
import menu from '../chat/MessageMenu.module.css';
import { isForwardable, startForwarding } from '../forward/forwarding';
import { mark, removeMessage } from '../outbox/wishes';
import { stopSelecting, useSelection } from './selection';
import styles from './SelectionBar.module.css';
import { TEXTS } from './texts';

/** Stands in place of the field while messages are being chosen: how many, and what may be done with all of them. */
export default function SelectionBar({ conversation }: { conversation: Conversation }) {
  const t = useTexts(TEXTS);
  const messages = useChosen(conversation.id);
  const [deleting, setDeleting] = useState<{ x: number; y: number } | null>(null);
  const allMarked = messages.every((message) => message.important === true);
  const forwardable = messages.length > 0 && messages.every((message) => isForwardable(message, conversation));
  useKeys(() => setDeleting({ x: window.innerWidth / 2, y: window.innerHeight / 2 }), deleting !== null);
  const remember = () => {
    for (const message of messages) if ((message.important === true) === allMarked) mark(message, !allMarked);
    stopSelecting();
  };
  const copy = useCopy(messages);
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('select.bar')}>
      <Button Icon={Icon24Cancel} label={t('select.cancel')} onClick={stopSelecting} />
      <span className={styles.count} role="status">
        {t('select.count', { count: messages.length })}
      </span>
      <Button Icon={Icon24CopyOutline} label={t('select.copy')} disabled={messages.every(({ body }) => body === '')} onClick={copy} />
      <Button Icon={allMarked ? Icon24UnfavoriteOutline : Icon24FavoriteOutline} label={t(allMarked ? 'select.unmark' : 'select.mark')} onClick={remember} />
      <Button
        Icon={Icon24DeleteOutline}
        label={t('select.delete')}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setDeleting({ x: box.right - 240, y: box.top - 100 });
        }}
      />
      <Button Icon={Icon24ShareOutline} label={t('select.forward')} disabled={!forwardable} onClick={() => startForwarding(messages)} />
      {deleting !== null && <Deleting at={deleting} messages={messages} conversation={conversation} onClose={() => setDeleting(null)} />}
    </div>
  );
}

interface ButtonProps {
  Icon: ComponentType<{ 'aria-hidden'?: 'true' }>;
  label: string;
  disabled?: boolean;
  onClick: (event: React.MouseEvent<HTMLButtonElement>) => void;
}

function Button({ Icon, label, disabled = false, onClick }: ButtonProps) {
  return (
    <button type="button" className={styles.button} aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      <Icon aria-hidden="true" />
    </button>
  );
}

/** The chosen messages in the order they were said; those deleted meanwhile are out. */
function useChosen(conversationId: number): Message[] {
  const numbers = useSelection((selection) => selection.numbers);
  const thread = useStore((store) => store.data.threads[conversationId]);
  return useMemo(
    () =>
      [...numbers]
        .toSorted((a, b) => a - b)
        .flatMap((number) => {
          const message = thread?.messages[number];
          return message === undefined || message.deleted || message.hidden ? [] : [message];
        }),
    [numbers, thread],
  );
}

function useKeys(onDelete: () => void, busy: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (busy || event.defaultPrevented || document.querySelector('[aria-modal="true"]') !== null) return;
      if (event.key === 'Escape') stopSelecting();
      if (event.key === 'Delete') onDelete();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

/** One message is copied as it is, several with who said them and when. */
function useCopy(messages: readonly Message[]): () => void {
  const t = useTexts(TEXTS);
  const dates = useDates();
  const people = useStore((store) => store.data.people);
  return () => {
    const said = messages.filter(({ body }) => body !== '');
    const text =
      said.length === 1
        ? said[0]!.body
        : said
            .map((message) => {
              const author = people[message.author_id];
              return `${author === undefined ? '' : displayName(author)}, ${dates.dateTime(message.created_at)}\n${message.body}`;
            })
            .join('\n\n');
    void navigator.clipboard?.writeText(text).then(() => toast(t('select.copied')));
    stopSelecting();
  };
}

interface DeletingProps {
  at: { x: number; y: number };
  messages: readonly Message[];
  conversation: Conversation;
  onClose: () => void;
}

function Deleting({ at, messages, conversation, onClose }: DeletingProps) {
  const t = useTexts(TEXTS);
  const me = useStore((store) => store.data.me);
  const rules = conversation.kind === 'group' && conversation.my_role !== 'member';
  const forAll = conversation.kind !== 'favourites' && messages.every((message) => rules || message.author_id === me);
  const remove = async (scope: 'all' | 'me') => {
    onClose();
    const agreed = await confirm({
      title: t('select.ask', { count: messages.length }),
      text: t(`select.ask.${scope}`),
      action: t('select.delete'),
      destructive: true,
    });
    if (!agreed) return;
    for (const message of messages) removeMessage(message, scope);
    stopSelecting();
  };
  return (
    <Floating at={at} label={t('select.delete')} onClose={onClose}>
      <button type="button" role="menuitem" className={menu.danger} onClick={() => void remove('me')}>
        {t('select.delete_me')}
      </button>
      {forAll && (
        <button type="button" role="menuitem" className={menu.danger} onClick={() => void remove('all')}>
          {t('select.delete_all')}
        </button>
      )}
    </Floating>
  );
}
