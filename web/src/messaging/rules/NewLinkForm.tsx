import { Button, SimpleCell, Switch } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import { toast } from '../../core/ui/dialogs';
import styles from './Rules.module.css';
import { makeLink, type Audience } from './server';
import { Choice } from './Choice';
import { texts } from './texts';

interface Props {
  conversation: Conversation;
  audiences: readonly Audience[];
  onDone: () => void;
  onCancel: () => void;
}

const TERMS: [name: string, seconds: number | null][] = [
  ['86400', 86_400],
  ['604800', 604_800],
  ['2592000', 2_592_000],
  ['forever', null],
];
const USES = ['any', '1', '10', '30', '100'];

/** For whom a link is, how long, how many, and whether somebody looks first. */
export function NewLinkForm({ conversation, audiences, onDone, onCancel }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [audience, setAudience] = useState<Audience>('contacts');
  const [term, setTerm] = useState('604800');
  const [uses, setUses] = useState('any');
  const [approval, setApproval] = useState(false);
  const [busy, setBusy] = useState(false);
  const make = () => {
    setBusy(true);
    const seconds = TERMS.find(([name]) => name === term)?.[1] ?? null;
    makeLink(conversation.id, { audience, approval, seconds, most_uses: uses === 'any' ? null : Number(uses) })
      .then(onDone, (error: unknown) => toast(explain(error), { failed: true }))
      .finally(() => setBusy(false));
  };
  return (
    <section className={styles.form} aria-label={t('rules.links.new.title')}>
      <h4 className={styles.heading}>{t('rules.links.new.title')}</h4>
      <Choice
        label={t('rules.links.audience')}
        value={audience}
        disabled={busy}
        options={audiences.map((name) => [name, t(`rules.links.audience.${name}`)])}
        onChange={(name) => setAudience(name as Audience)}
      />
      <Choice label={t('rules.links.term')} value={term} disabled={busy} options={TERMS.map(([name]) => [name, t(`rules.links.term.${name}`)])} onChange={setTerm} />
      <Choice label={t('rules.links.uses')} value={uses} disabled={busy} options={USES.map((name) => [name, name === 'any' ? t('rules.links.uses.any') : name])} onChange={setUses} />
      <SimpleCell
        Component="label"
        multiline
        subtitle={t('rules.links.approval.hint')}
        after={<Switch aria-label={t('rules.links.approval')} checked={approval} onChange={(event) => setApproval(event.target.checked)} />}
      >
        {t('rules.links.approval')}
      </SimpleCell>
      <div className={styles.foot}>
        <Button size="l" loading={busy} onClick={make}>
          {t('rules.links.create')}
        </Button>
        <Button size="l" mode="secondary" disabled={busy} onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </section>
  );
}
