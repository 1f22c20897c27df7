import { Button } from '@vkontakte/vkui';

import { useT } from '../../core/i18n/useT';
import { navigate } from '../../core/navigation/router';
import { Link } from '../../core/navigation/Link';
import { Avatar } from '../../core/ui/Avatar';
import { fullName, letteredName, phoneInWords } from '../../core/ui/names';
import { Facts, Page, Section } from '../../core/ui/Page';
import { PersonCell } from '../../core/ui/PersonCell';
import { PersonName } from '../../core/ui/PersonName';
import type { Me, PersonBrief, Role } from '../../core/api/types';
import { useMe } from '../session';
import styles from './ProfilePage.module.css';

/** What the school and Parta know about the person, as others are shown it. */
export function ProfilePage() {
  const t = useT();
  const me = useMe();
  const confirmed_teacher = me.roles.some(({ role, confirmed }) => role === 'teacher' && confirmed);
  return (
    <Page title={t('settings.profile')} up="/settings">
      <div className={styles.head}>
        <Avatar id={me.id} title={letteredName(me)} size={88} portrait={me.portrait} />
        <div className={styles.who}>
          <span className={styles.name}>
            <PersonName person={{ ...me, confirmed_teacher }} as={fullName} />
          </span>
          <span className={styles.hint}>{t('profile.names')}</span>
          <Link to="/settings/photo">{t('profile.photo')}</Link>
        </div>
      </div>
      <Section title={t('profile.contacts')}>
        <Facts
          items={me.contacts.map(({ kind, value, proven }) => ({
            name: t(`contact.${kind}`),
            value: kind === 'phone' ? phoneInWords(value) : value,
            note: proven ? undefined : t('contact.unproven'),
          }))}
        />
        {me.contacts.length > 0 && (
          <Button mode="tertiary" className={styles.change} onClick={() => navigate('/settings/contacts')}>
            {t('profile.contacts.change')}
          </Button>
        )}
      </Section>
      <Roles me={me} />
      <Relatives title={t('profile.children')} people={me.children} />
      <Relatives title={t('profile.guardians')} people={me.guardians} />
    </Page>
  );
}

function Roles({ me }: { me: Me }) {
  const t = useT();
  const said = (role: Role) => [t(`role.${role.role}`), role.position, role.subject].filter(Boolean).join(' · ');
  return (
    <Section title={t('profile.roles')} hint={me.roles.length ? undefined : t('profile.roles.none')}>
      <Facts
        items={[
          ...me.roles.map((role) => ({
            name: role.organisation_name ?? t('profile.everywhere'),
            value: said(role),
            note: role.role === 'teacher' && !role.confirmed ? t('profile.unconfirmed') : undefined,
          })),
          ...(me.classes.length
            ? [{ name: t('profile.classes'), value: me.classes.map(({ title }) => title).join(' · ') }]
            : []),
        ]}
      />
    </Section>
  );
}

function Relatives({ title, people }: { title: string; people: PersonBrief[] }) {
  if (people.length === 0) return null;
  return (
    <Section title={title}>
      <div className={styles.relatives}>
        {people.map((person) => (
          <PersonCell key={person.id} person={person} subtitle={person.label} to={`/people/${person.id}`} />
        ))}
      </div>
    </Section>
  );
}
