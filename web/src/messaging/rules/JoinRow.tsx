import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import type { Conversation } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { briefName } from '../../core/ui/names';
import { PersonRow } from '../list/PersonRow';
import styles from './Rules.module.css';
import { letIn, turnAway, type JoinRequest } from './server';
import { texts } from './texts';

interface Props {
  request: JoinRequest;
  conversation: Conversation;
  onDone: () => void;
}

/** Somebody who asks to come in, and who gave them the link. */
export function JoinRow({ request, conversation, onDone }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [busy, setBusy] = useState(false);
  const { person, invited_by } = request;
  const name = briefName(person);
  const tell = (asked: Promise<unknown>) => {
    setBusy(true);
    asked.then(onDone, (error: unknown) => toast(explain(error), { failed: true })).finally(() => setBusy(false));
  };
  const refuse = async () => {
    const agreed = await confirm({
      title: t('rules.turn_away.ask', { name }),
      text: t('rules.turn_away.text'),
      action: t('rules.turn_away'),
      destructive: true,
    });
    if (agreed) tell(turnAway(conversation.id, person.id));
  };
  const note = [person.label, t('rules.invited_by', { name: briefName(invited_by) })].filter(Boolean).join(' · ');
  return (
    <li>
      <PersonRow person={person} register note={note} onClick={() => navigate(`/people/${person.id}`)} />
      <div className={styles.answers}>
        <Button size="m" loading={busy} aria-label={t('rules.let_in.named', { name })} onClick={() => tell(letIn(conversation.id, person.id))}>
          {t('rules.let_in')}
        </Button>
        <Button size="m" mode="secondary" appearance="negative" disabled={busy} aria-label={t('rules.turn_away.named', { name })} onClick={() => void refuse()}>
          {t('rules.turn_away')}
        </Button>
      </div>
    </li>
  );
}
