import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain, useT } from '../../core/i18n/useT';
import type { Conversation, PersonBrief } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import { PeoplePicker } from '../list/PeoplePicker';
import styles from '../list/PeoplePicker.module.css';
import { addMembers } from '../server/conversations';
import { useMembers } from './useMembers';

export function AddPeople({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const t = useT();
  const explain = useExplain();
  const { members } = useMembers(conversation.id);
  const [people, setPeople] = useState<PersonBrief[]>([]);
  const [busy, setBusy] = useState(false);
  const add = () => {
    setBusy(true);
    addMembers(conversation.id, people.map((person) => person.id))
      .then(onDone, (error: unknown) => toast(explain(error), { failed: true }))
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.form}>
      <PeoplePicker chosen={people} onChange={setPeople} except={new Set(members.map((member) => member.person.id))} />
      <div className={styles.foot}>
        <Button size="l" stretched disabled={people.length === 0} loading={busy} onClick={add}>
          {t('info.add.confirm')}
        </Button>
      </div>
    </div>
  );
}
