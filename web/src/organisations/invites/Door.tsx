import { Button, FormItem, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { Avatar } from '../../core/ui/Avatar';
import { toast } from '../../core/ui/dialogs';
import { displayName, fullName } from '../../core/ui/names';
import { PartTitle } from '../../core/ui/Page';
import { leave, refreshMe, startAnew, useMe } from '../../identity/session';
import styles from './Invites.module.css';
import { comeIn, type Relation, type SchoolJoining } from './server';
import { texts } from './texts';

const RELATIONS: Relation[] = ['parent', 'guardian', 'relative'];
// What another account mends.
const OTHER_ACCOUNT = new Set(['own_child', 'pupil_session', 'adult_session', 'not_new']);

/** Into which school, as whom, and who invites; then the way in. */
export function Door({ code, joining, onChanged }: { code: string; joining: SchoolJoining; onChanged: () => void }) {
  const t = useTexts(texts);
  const place = joining.class_title ?? joining.organisation_name;
  const child = joining.child ? displayName(joining.child) : '';
  const subject = joining.subject ? `, ${joining.subject}` : '';
  return (
    <section className={styles.door} aria-label={joining.organisation_name}>
      <Avatar id={joining.organisation_name.length} title={joining.organisation_name} size={80} />
      <PartTitle className="">{joining.organisation_name}</PartTitle>
      <p className={styles.as}>{t(`come.as.${joining.role}`, { place, child, subject })}</p>
      <p>{t('come.invited', { name: fullName(joining.invited_by) })}</p>
      {joining.state === 'open' && joining.obstacle === null && <Entrance code={code} joining={joining} onChanged={onChanged} />}
      {joining.state === 'open' && joining.obstacle !== null && <Obstacle code={code} obstacle={joining.obstacle} />}
      {joining.state === 'waiting' && <Said title={t('come.waiting')} hint={t('come.waiting.hint')} />}
      {joining.state === 'declined' && <Said title={t('come.declined')} hint={joining.reason} />}
      {joining.state === 'joined' && <Said title={t('come.joined')} hint={t('come.joined.hint')} />}
      {joining.state !== 'open' && (
        <div className={styles.buttons}>
          <Button size="l" mode={joining.state === 'joined' ? 'primary' : 'secondary'} onClick={() => navigate('/chats', { replace: true })}>
            {t('come.chats')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Entrance({ code, joining, onChanged }: { code: string; joining: SchoolJoining; onChanged: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const me = useMe();
  const [relation, setRelation] = useState<Relation>('parent');
  const [busy, setBusy] = useState(false);
  const enter = async () => {
    setBusy(true);
    try {
      const fresh = await comeIn(code, relation);
      if (fresh.received) return await startAnew('/chats');
      await refreshMe();
    } catch (error) {
      toast(explain(error), { failed: true });
    } finally {
      setBusy(false);
    }
    onChanged();
  };
  return (
    <>
      <p>{joining.expected ? t('come.expected', { name: fullName(joining.expected) }) : t('come.name', { name: fullName(me) })}</p>
      {joining.role === 'parent' && (
        <FormItem top={t('come.relation')} htmlFor="relation" noPadding>
          <NativeSelect id="relation" value={relation} onChange={(event) => setRelation(event.target.value as Relation)}>
            {RELATIONS.map((one) => (
              <option key={one} value={one}>
                {t(`relation.${one}`)}
              </option>
            ))}
          </NativeSelect>
        </FormItem>
      )}
      {joining.approval && <p>{t('come.ask.hint')}</p>}
      <div className={styles.buttons}>
        <Button size="l" loading={busy} onClick={() => void enter()}>
          {t(joining.approval ? 'come.ask' : 'come.in')}
        </Button>
      </div>
    </>
  );
}

function Obstacle({ code, obstacle }: { code: string; obstacle: NonNullable<SchoolJoining['obstacle']> }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const change = () => leave(`/join-school/${code}`).catch((error: unknown) => toast(explain(error), { failed: true }));
  return (
    <>
      <Said title={t(`come.obstacle.${obstacle}`)} hint={t(`come.obstacle.${obstacle}.hint`)} />
      {OTHER_ACCOUNT.has(obstacle) && (
        <div className={styles.buttons}>
          <Button size="l" onClick={() => void change()}>
            {t('come.change')}
          </Button>
        </div>
      )}
    </>
  );
}

function Said({ title, hint }: { title: string; hint: string }) {
  return (
    <div role="status" className={styles.state}>
      <strong>{title}</strong>
      <p>{hint}</p>
    </div>
  );
}
