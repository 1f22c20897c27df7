import { Icon56SchoolOutline } from '@vkontakte/icons';
import { lazy } from 'react';

import { useTexts } from '../core/i18n/useTexts';
import { EmptyState, ErrorState, LoadingState } from '../core/ui/states';
import { OrganisationPage } from './OrganisationPage';
import { OrganisationPeoplePage } from './OrganisationPeoplePage';
import { RosterPage } from './rosters/RosterPage';
import { RostersPage } from './rosters/RostersPage';
import { useOrganisations } from './useOrganisations';
import { texts } from './texts';

const StandingPage = lazy(() => import('./ending/StandingPage'));
const InvitesPage = lazy(() => import('./invites/InvitesPage'));
const StructurePage = lazy(() => import('./structure/StructurePage'));
const AdministratorsPage = lazy(() => import('./structure/AdministratorsPage'));
const CommunitiesPage = lazy(() => import('./structure/CommunitiesPage'));
const SchoolYearPage = lazy(() => import('./school-year/SchoolYearPage'));

const asId = (piece: string | undefined) => (piece && /^\d+$/.test(piece) ? Number(piece) : null);

/** Which page of the school's section an address means; `parts` is what follows /school. */
export default function SchoolPage({ parts }: { parts: string[] }) {
  const t = useTexts(texts);
  const [page, second, third, fourth] = parts;
  const id = asId(second);
  if (page === 'overview') return <FirstOrganisation />;
  if (page === 'organisations' && id !== null) {
    if (third === 'standing') return <StandingPage key={id} id={id} />;
    if (third === 'invites') return <InvitesPage key={id} id={id} part={fourth} />;
    if (third === 'groups') return <StructurePage key={id} id={id} part={fourth} />;
    if (third === 'communities') return <CommunitiesPage key={id} id={id} part={fourth} />;
    if (third === 'administrators') return <AdministratorsPage key={id} id={id} />;
    if (third === 'school-year') return <SchoolYearPage key={id} id={id} />;
    return third === 'people' ? <OrganisationPeoplePage key={id} id={id} /> : <OrganisationPage key={id} id={id} />;
  }
  if (page === 'rosters') return id === null ? <RostersPage /> : <RosterPage key={id} id={id} />;
  return <EmptyState title={t('state.missing')}>{t('state.missing.hint')}</EmptyState>;
}

function FirstOrganisation() {
  const t = useTexts(texts);
  const { items, error, refetch } = useOrganisations();
  const first = items?.[0];
  if (first) return <OrganisationPage id={first.id} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!items) return <LoadingState />;
  return (
    <EmptyState icon={<Icon56SchoolOutline />} title={t('school.empty')}>
      {t('school.empty.hint')}
    </EmptyState>
  );
}
