import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import type { Move } from '../../identity/ways/server';
import { texts } from '../../identity/ways/texts';
import styles from '../../identity/ways/Ways.module.css';
import { MoveHere } from './MoveHere';
import { getWayIn, resetFactor, type WayIn } from './server';
import { StartMove } from './StartMove';

interface Props {
  organisation: number;
  personId: number;
}

/** «Помощь со входом»: how somebody of my school comes in, and what to do when they cannot. */
export default function WayInCard({ organisation, personId }: Props) {
  const t = useTexts(texts);
  const cache = useQueryClient();
  const key = ['way-in', organisation, personId];
  const { data } = useQuery({ queryKey: key, queryFn: () => getWayIn(organisation, personId), retry: false });
  if (!data) return null;
  const moved = (move: Move | null) => {
    if (move?.done) toast(t('support.done'));
    void cache.invalidateQueries({ queryKey: ['way-in'] });
  };
  return (
    <Section title={t('support.title')}>
      {data.move ? (
        <MoveHere organisation={organisation} move={data.move} onMoved={moved} />
      ) : (
        <Contacts organisation={organisation} personId={personId} way={data} onMoved={moved} />
      )}
      {(data.second_factor || data.passkeys > 0) && <Factor organisation={organisation} personId={personId} onReset={() => moved(null)} />}
    </Section>
  );
}

function Contacts({ organisation, personId, way, onMoved }: Props & { way: WayIn; onMoved: (move: Move) => void }) {
  const t = useTexts(texts);
  const [leaving, setLeaving] = useState<number | null>(null);
  if (way.contacts.length === 0) return <p className={styles.note}>{t('support.none')}</p>;
  return (
    <ul className={styles.list} aria-label={t('support.title')}>
      {way.contacts.map((contact) => (
        <li key={contact.id} className={styles.line}>
          <span className={styles.text}>
            <span className={styles.name}>{contact.masked}</span>
            <span className={styles.note}>{[t(`contact.${contact.kind}`), !contact.proven && t('contact.unproven')].filter(Boolean).join(' · ')}</span>
          </span>
          <Button mode="tertiary" onClick={() => setLeaving(contact.id)} aria-label={t('support.move', { contact: contact.masked })}>
            {t('contacts.change')}
          </Button>
          {leaving === contact.id && (
            <StartMove organisation={organisation} personId={personId} contactId={contact.id} onStarted={onMoved} onCancel={() => setLeaving(null)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Factor({ organisation, personId, onReset }: Props & { onReset: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const reset = async () => {
    const agreed = await confirm({
      title: t('support.factor.reset.ask'),
      text: t('support.factor.reset.text'),
      action: t('support.factor.reset'),
      destructive: true,
    });
    if (!agreed) return;
    await resetFactor(organisation, personId).then(
      () => toast(t('support.factor.reset.done')),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
    onReset();
  };
  return (
    <div className={styles.buttons}>
      <Button size="m" mode="secondary" appearance="negative" onClick={() => void reset()}>
        {t('support.factor.reset')}
      </Button>
    </div>
  );
}
