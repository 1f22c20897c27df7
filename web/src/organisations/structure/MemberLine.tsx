import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { fullName } from '../../core/ui/names';
import { PersonCell } from '../../core/ui/PersonCell';
import { nameClassTeacher, takeOut, type Group, type Member } from './server';
import styles from './Structure.module.css';
import { texts } from './texts';

/** Somebody in a group, and what can be done about it. */
export function MemberLine({ organisation, group, member }: { organisation: number; group: Group; member: Member }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const name = fullName(member);
  const done = (work: Promise<unknown>) =>
    work.then(() => cache.invalidateQueries({ queryKey: ['groups', organisation] })).catch((error: unknown) => toast(explain(error), { failed: true }));
  const out = async () => {
    const agreed = await confirm({ title: t('group.out.ask', { title: group.title }), text: t('group.out.text', { name }), action: t('group.out'), destructive: true });
    if (agreed) await done(takeOut(organisation, group.id, member.id, member.role));
  };
  const said = [t(member.class_teacher ? 'group.class_teacher' : `group.${member.role}`), member.guest_of, member.of_roster && t('groups.roster')];
  const teaches = group.kind === 'homeroom' && member.role === 'teacher';
  return (
    <div className={styles.line}>
      <PersonCell person={member} as={fullName} subtitle={said.filter(Boolean).join(' · ')} to={`/people/${member.id}`} />
      <div className={styles.deeds}>
        {teaches && (
          <Button size="s" mode="tertiary" onClick={() => void done(nameClassTeacher(organisation, group.id, member.class_teacher ? null : member.id))}>
            {t(member.class_teacher ? 'group.relieve' : 'group.appoint')}
          </Button>
        )}
        {!member.of_roster && (
          <Button size="s" mode="tertiary" appearance="negative" aria-label={t('group.out.name', { name })} onClick={() => void out()}>
            {t('group.out')}
          </Button>
        )}
      </div>
    </div>
  );
}
