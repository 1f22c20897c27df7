/** The shapes the server speaks, named for the client; all of them are made from the server's own description. */
import type { components } from './schema';

type Shapes = components['schemas'];

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export type PersonBrief = Shapes['PersonBrief'];
export type ServerSettings = Shapes['PublicSettings'];
export type Role = Shapes['Role'];
export type LegalDocument = Shapes['Document'];
export type DocumentToAccept = Shapes['DocumentToAccept'];
export type DocumentName = DocumentToAccept['document'];
export type Me = Shapes['Me'];
export type SignInCode = Shapes['RequestedCode'];
export type SignedIn = Shapes['SignedIn'];
export type SignInWay = Shapes['Way'];
export type CameBack = Shapes['CameBack'];
export type Session = Shapes['SessionInfo'];
export type StoredSection = Shapes['StoredSection'];
export type Consent = Shapes['RecordedConsent'];
export type ClassBrief = Shapes['ClassOfPerson'];
export type FoundPerson = Shapes['FoundPerson'];
export type Profile = Shapes['Profile'];
export type Organisation = Shapes['OrganisationBrief'];
export type OrganisationOverview = Shapes['Organisation'];
export type PersonHere = Shapes['PersonHere'];
export type RosterImport = Shapes['RosterImport'];
export type RosterChange = Shapes['ToldChange'];

export const ROSTER_ENTITIES = ['org', 'year', 'class', 'user', 'role', 'enrollment', 'guardianship'] as const;
export type RosterEntity = (typeof ROSTER_ENTITIES)[number];
export type RosterChangeKind = 'new' | 'changed' | 'gone' | 'refused' | 'warning';
export type RosterCounts = Record<RosterChangeKind | 'unchanged', number>;
