import {
  Icon28BlockOutline,
  Icon28CameraOutline,
  Icon28DocumentListOutline,
  Icon28DocumentTextOutline,
  Icon28GlobeOutline,
  Icon28KeyOutline,
  Icon28ListCheckOutline,
  Icon28MessagesOutline,
  Icon28PrivacyOutline,
  Icon28ReportOutline,
  Icon28ShieldKeyholeOutline,
  Icon28UsersOutline,
} from '@vkontakte/icons';
import type { ComponentType } from 'react';

import { useTexts } from '../core/i18n/useTexts';
import { useWide } from '../core/navigation/useWide';
import { Avatar } from '../core/ui/Avatar';
import { MenuCell } from '../core/ui/MenuCell';
import { PagedList } from '../core/ui/PagedList';
import { Pane } from '../core/ui/Pane';
import { ErrorState, LoadingState } from '../core/ui/states';
import { useMe } from '../identity/session';
import styles from './SchoolPane.module.css';
import { useOrganisations } from './useOrganisations';
import { useWaitingApplications } from './useWaitingApplications';
import { useWaitingCases } from './useWaitingCases';
import { texts } from './texts';

type Entry = [name: string, where: string, Icon: ComponentType<{ width: number; height: number }>];

const QUARANTINE: Entry = ['quarantine', 'quarantine', Icon28ShieldKeyholeOutline];
const PAGES: Entry[] = [
  ['roster', 'rosters', Icon28DocumentListOutline],
  ['chats', 'chats', Icon28MessagesOutline],
  ['contacts', 'contacts', Icon28UsersOutline],
  ['moves', 'moves', Icon28KeyOutline],
  ['journal', 'journal', Icon28ListCheckOutline],
  ['photos', 'photos', Icon28CameraOutline],
  ['words', 'words', Icon28BlockOutline],
  ['reports', 'reports', Icon28ReportOutline],
  ['personal', 'personal-data', Icon28PrivacyOutline],
  ['papers', 'papers', Icon28DocumentTextOutline],
];

const LOOKED_AFTER: Entry[] = [
  ['applications', 'applications', Icon28DocumentTextOutline],
  ['territories', 'territories', Icon28GlobeOutline],
];

/** What an administrator runs: the organisations, and the roster that fills them; a class teacher, the own school. */
export default function SchoolPane({ parts }: { parts: string[] }) {
  const t = useTexts(texts);
  const wide = useWide();
  const organisations = useOrganisations();
  const { items, error } = organisations;
  const [page, id] = parts;
  const me = useMe();
  const runs = me.roles.some(({ role }) => role === 'administrator' || role === 'operator');
  const applications = useWaitingApplications();
  const operates = me.roles.some(({ role }) => role === 'operator');
  const pages = [...(runs ? PAGES : []), ...(operates ? [QUARANTINE] : []), ...(me.looks_after ? LOOKED_AFTER : [])];
  const cases = useWaitingCases(runs);
  const first = wide && parts.length === 0 ? items?.[0]?.id : undefined;
  return (
    <Pane title={t('school.title')}>
      <nav aria-label={t('school.title')} className={styles.menu}>
        {pages.map(([name, where, Icon]) => (
          <MenuCell
            key={where}
            to={`/school/${where}`}
            icon={<Icon width={40} height={28} />}
            active={page === where}
            subtitle={t(`school.${name}.hint`, { count: name === 'applications' ? applications : cases })}
          >
            {t(`school.${name}`)}
          </MenuCell>
        ))}
        {error && !items && <ErrorState error={error} onRetry={() => void organisations.refetch()} />}
        {!items && !error && <LoadingState />}
        {items && <h2 className={styles.title}>{t('school.organisations')}</h2>}
        {items && (
          <PagedList
            label={t('school.organisations')}
            items={items}
            idOf={({ id: organisationId }) => organisationId}
            hasNext={organisations.hasNextPage}
            busy={organisations.isFetchingNextPage}
            onMore={() => void organisations.fetchNextPage()}
            row={(organisation) => (
              <MenuCell
                to={`/school/organisations/${organisation.id}`}
                icon={<Avatar id={organisation.id} title={organisation.short_name || organisation.name} size={40} />}
                active={(page === 'organisations' && Number(id) === organisation.id) || first === organisation.id}
                subtitle={t(`school.type.${organisation.type}`)}
              >
                {organisation.short_name || organisation.name}
              </MenuCell>
            )}
          />
        )}
      </nav>
    </Pane>
  );
}
