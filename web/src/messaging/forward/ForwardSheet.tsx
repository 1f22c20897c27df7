import { Icon16Cancel, Icon24CheckCircleOn } from '@vkontakte/icons';
import { Button, Input, Search } from '@vkontakte/vkui';
import { useRef, useState } from 'react';

import { randomId } from '../../core/api/random';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { useStore } from '../../core/store/store';
import type { Message } from '../../core/store/types';
import { Sheet } from '../../core/ui/Sheet';
import { toast } from '../../core/ui/dialogs';
import { EmptyState } from '../../core/ui/states';
import { ChatAvatar } from '../list/ChatAvatar';
import picker from '../list/PeoplePicker.module.css';
import row from '../list/PersonRow.module.css';
import rows from '../list/ChatRows.module.css';
import { stopSelecting } from '../select/selection';
import { titleOf } from '../titles';
import { FailedForward } from './FailedForward';
import { forward, MOST_CHATS, stopForwarding, type ForwardResult } from './forwarding';
import styles from './ForwardSheet.module.css';
import { TEXTS } from './texts';
import { useTargets } from './useTargets';

/** Up to twelve chats at once, a comment before them, and what became of each. */
export default function ForwardSheet({ messages }: { messages: readonly Message[] }) {
  const t = useTexts(TEXTS);
  const [results, setResults] = useState<ForwardResult[] | null>(null);
  const title = t('forward.title');
  return (
    <Sheet title={title} onClose={stopForwarding}>
      {results === null ? <Choice messages={messages} onFailed={setResults} /> : <FailedForward results={results} onClose={stopForwarding} />}
    </Sheet>
  );
}

function Choice({ messages, onFailed }: { messages: readonly Message[]; onFailed: (results: ForwardResult[]) => void }) {
  const t = useTexts(TEXTS);
  const people = useStore((store) => store.data.people);
  const known = useStore((store) => store.data.conversations);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<number[]>([]);
  const [comment, setComment] = useState('');
  const { busy, send } = useSend(messages, chosen, comment, onFailed);
  const targets = useTargets(words);
  const toggle = (id: number) => {
    if (!chosen.includes(id) && chosen.length >= MOST_CHATS) return toast(t('forward.limit'), { failed: true });
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  return (
    <div className={picker.form}>
      <Search value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('forward.search')} aria-label={t('forward.search')} />
      {chosen.length > 0 && (
        <div className={picker.chosen}>
          {chosen.map((id) => {
            const chat = known[id];
            const name = chat === undefined ? '' : titleOf(chat, people, t);
            return (
              <button key={id} type="button" className={picker.chip} aria-label={t('forward.remove', { name })} onClick={() => toggle(id)}>
                {name}
                <Icon16Cancel aria-hidden="true" />
              </button>
            );
          })}
        </div>
      )}
      {targets.length === 0 && <EmptyState title={t('forward.none')} />}
      <ul className={rows.plain}>
        {targets.map((chat) => (
          <li key={chat.id}>
            <button type="button" className={row.row} aria-pressed={chosen.includes(chat.id)} onClick={() => toggle(chat.id)}>
              <ChatAvatar chat={chat} size={40} />
              <span className={styles.title}>{titleOf(chat, people, t)}</span>
              {chosen.includes(chat.id) && <Icon24CheckCircleOn aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
      <div className={picker.foot}>
        {chosen.length > 0 && (
          <Input className={styles.comment} value={comment} maxLength={1000} placeholder={t('forward.comment')} aria-label={t('forward.comment')} onChange={(event) => setComment(event.target.value)} />
        )}
        <Button size="l" stretched disabled={chosen.length === 0} loading={busy} onClick={send}>
          {chosen.length > 1 ? t('forward.send.many', { count: chosen.length }) : t('forward.send')}
        </Button>
      </div>
    </div>
  );
}

/** A try whose answer was lost is made again under the same name: nobody gets anything twice. */
function useSend(messages: readonly Message[], chosen: number[], comment: string, onFailed: (results: ForwardResult[]) => void) {
  const t = useTexts(TEXTS);
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const clientId = useRef(randomId());
  const done = (results: ForwardResult[]) => {
    stopSelecting();
    const reached = results.filter(({ problem }) => problem === null);
    if (reached.length < results.length) return onFailed(results);
    stopForwarding();
    if (reached.length === 1) navigate(`/chats/${reached[0]!.conversation_id}`);
    else toast(t('forward.done', { count: reached.length }));
  };
  const send = () => {
    setBusy(true);
    forward(clientId.current, messages.map(({ id }) => id), chosen, comment.trim())
      .then(({ results }) => done(results), (error: unknown) => toast(explain(error), { failed: true }))
      .finally(() => setBusy(false));
  };
  return { busy, send };
}
