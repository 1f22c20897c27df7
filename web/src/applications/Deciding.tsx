import { DecidingPage } from './DecidingPage';
import { QueuePage } from './QueuePage';

/** Which page of «Школа» → «Заявки» an address means; `parts` is what follows /school/applications. */
export default function Deciding({ parts }: { parts: string[] }) {
  const [first] = parts;
  return first !== undefined && /^\d+$/.test(first) ? <DecidingPage key={first} id={Number(first)} /> : <QueuePage />;
}
