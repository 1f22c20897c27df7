import { TerritoriesPage } from './TerritoriesPage';
import { TerritoryPage } from './TerritoryPage';

/** Which page of «Школа» → «Территории» an address means; `parts` is what follows /school/territories. */
export default function Section({ parts }: { parts: string[] }) {
  const [first] = parts;
  return first !== undefined && /^\d+$/.test(first) ? <TerritoryPage key={first} id={Number(first)} /> : <TerritoriesPage />;
}
