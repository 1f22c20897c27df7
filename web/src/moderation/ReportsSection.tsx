import { CasePage } from './CasePage';
import { FiguresPage } from './FiguresPage';
import { QueuePage } from './QueuePage';

/** Which page of «Школа» → «Жалобы» an address means; `parts` is what follows /school/reports. */
export default function ReportsSection({ parts }: { parts: string[] }) {
  const [first] = parts;
  if (first === 'statistics') return <FiguresPage />;
  if (first !== undefined && /^\d+$/.test(first)) return <CasePage key={first} id={Number(first)} />;
  return <QueuePage />;
}
