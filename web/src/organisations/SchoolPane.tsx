import {
  Icon28DocumentListOutline,
  Icon28ListCheckOutline,
  Icon28MessagesOutline,
  Icon28ReportOutline,
  Icon28UsersOutline,
} from '@vkontakte/icons';

import { useT } from '../core/i18n/useT';
import { useWide } from '../core/navigation/useWide';
import { Avatar } from '../core/ui/Avatar';
import { MenuCell } from '../core/ui/MenuCell';
import { PagedList } from '../core/ui/PagedList';
import { Pane } from '../core/ui/Pane';
import { ErrorState, LoadingState } from '../core/ui/states';
import styles from './SchoolPane.module.css';
import { useOrganisations } from './useOrganisations';
import { useWaitingCases } from './useWaitingCases';

/** What an administrator runs: the organisations, and the roster that fills them. */
export default function SchoolPane({ parts }: { parts: string[] }) {
  const t = useT();
  const wide = useWide();
  const organisations = useOrganisations();
  const { items, error } = organisations;
  const cases = useWaitingCases(true);
  const [page, id] = parts;
  const first = wide && parts.length === 0 ? items?.[0]?.id : undefined;
  return (
    <Pane title={t('school.title')}>
      <nav aria-label={t('school.title')} className={styles.menu}>
        <MenuCell
          to="/school/rosters"
          icon={<Icon28DocumentListOutline width={40} height={28} />}
          active={page === 'rosters'}
          subtitle={t('school.roster.hint')}
        >
          {t('school.roster')}
        </MenuCell>
        <MenuCell
          to="/school/chats"
          icon={<Icon28MessagesOutline width={40} height={28} />}
          active={page === 'chats'}
          subtitle={t('school.chats.hint')}
        >
          {t('school.chats')}
        </MenuCell>
        <MenuCell
          to="/school/contacts"
          icon={<Icon28UsersOutline width={40} height={28} />}
          active={page === 'contacts'}
          subtitle={t('school.contacts.hint')}
        >
          {t('school.contacts')}
        </MenuCell>
        <MenuCell
          to="/school/journal"
          icon={<Icon28ListCheckOutline width={40} height={28} />}
          active={page === 'journal'}
          subtitle={t('school.journal.hint')}
        >
          {t('school.journal')}
        </MenuCell>
        <MenuCell
          to="/school/reports"
          icon={<Icon28ReportOutline width={40} height={28} />}
          active={page === 'reports'}
          subtitle={t('school.reports.hint', { count: cases })}
        >
          {t('school.reports')}
        </MenuCell>
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
