import { lazy, type ComponentType } from 'react';

const SchoolPage = lazy(() => import('../organisations/SchoolPage'));

/** Pages of rooms beside the organisations; `parts` is what follows their name in the address. */
const PAGES: Record<string, ComponentType<{ parts: string[] }>> = {
  applications: lazy(() => import('../applications/Deciding')),
  chats: lazy(() => import('../messaging/rules/PolicyPage')),
  contacts: lazy(() => import('../safety/contacts/ContactRulesPage')),
  moves: lazy(() => import('../organisations/support/MovesPage')),
  journal: lazy(() => import('../safety/journal/JournalPage')),
  photos: lazy(() => import('../files/portraits/PhotosPage')),
  words: lazy(() => import('../moderation/words/WordsPage')),
  reports: lazy(() => import('../moderation/ReportsSection')),
  'personal-data': lazy(() => import('../personal_data/RegisterPage')),
  papers: lazy(() => import('../papers/PapersPage')),
  quarantine: lazy(() => import('../files/quarantine/QuarantinePage')),
  territories: lazy(() => import('../organisations/territories/Section')),
};

/** What an address under /school shows. */
export default function SchoolContent({ parts }: { parts: string[] }) {
  const [page = '', ...rest] = parts;
  const Page = Object.hasOwn(PAGES, page) ? PAGES[page] : undefined;
  return Page ? <Page parts={rest} /> : <SchoolPage parts={parts} />;
}
