import type { Translate } from '../../core/i18n/useT';
import { displayName, fullName } from '../../core/ui/names';
import type { Invite, Newcomer } from './server';

/** For whom an invite is, in one line: «Ученик, 7 «Б»», «Учитель, Химия». */
export function forWhom(t: Translate, one: Pick<Invite | Newcomer, 'role' | 'class_title' | 'child' | 'subject'>): string {
  return t(`invites.for.${one.role}`, {
    place: [one.class_title, one.role === 'pupil' && one.child ? fullName(one.child) : null].filter(Boolean).join(', '),
    child: one.child ? displayName(one.child) : '',
    subject: one.subject ? `, ${one.subject}` : '',
  });
}
