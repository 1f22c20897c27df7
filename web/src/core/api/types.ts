/** The shapes the server speaks outside conversations; times are RFC 3339 strings in UTC, ids are integers. */
import type { PersonBrief } from '../store/types';

export type { PersonBrief } from '../store/types';

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface ServerSettings {
  name: string;
  demo: boolean;
  codes_delivered: { phone: boolean; email: boolean };
  version: string;
  locale: string;
}

export type RoleName = 'pupil' | 'parent' | 'teacher' | 'administrator' | 'operator';

export interface Role {
  organisation_id: number | null;
  organisation_name: string | null;
  role: RoleName;
  position: string;
  subject: string;
  confirmed: boolean;
}

export type DocumentName = 'agreement' | 'privacy';

/** A document to accept, as sign-in and `me` name it. */
export interface DocumentToAccept {
  document: DocumentName;
  version: string;
  title: string;
  url?: string;
}

export interface LegalDocument {
  document: DocumentName;
  version: string;
  title: string;
  text_markdown: string;
}

export interface Contact {
  kind: 'phone' | 'email';
  value: string;
  proven: boolean;
}

export interface Me {
  id: number;
  family_name: string;
  given_name: string;
  patronymic: string;
  locale: string;
  time_zone: string;
  csrf: string;
  contacts: Contact[];
  roles: Role[];
  classes: ClassBrief[];
  children: PersonBrief[];
  guardians: PersonBrief[];
  documents_to_accept: DocumentToAccept[];
  demo: boolean;
}

export interface SignInCode {
  id: string;
  kind: 'phone' | 'email';
  masked: string;
  expires_at: string;
  resend_at: string;
}

export interface SignedIn {
  csrf: string;
  person: Me;
}

export interface Session {
  id: number;
  user_agent: string;
  ip: string;
  created_at: string;
  last_seen_at: string;
  current: boolean;
}

export interface StoredSection {
  section: string;
  title: string;
  items: { name: string; value: string; purpose: string }[];
}

export interface Consent {
  document: DocumentName;
  version: string;
  given_at: string;
  withdrawn_at: string | null;
}

export interface ClassBrief {
  id: number;
  title: string;
  kind: string;
  role: 'pupil' | 'teacher';
  class_teacher: boolean;
}

/** Whether one may write to a person: at once, after their consent, or not at all. */
export type Reach = 'open' | 'request' | 'none' | 'self';

export type FoundPerson = PersonBrief & { reach: Reach };

export interface Profile extends PersonBrief {
  organisations: { id: number; name: string; short_name: string }[];
  classes: ClassBrief[];
  reach: Reach;
  children: PersonBrief[];
  shared_conversations: { id: number; title: string | null }[];
}

export interface Organisation {
  id: number;
  type: 'school' | 'vocational' | 'additional' | 'district';
  name: string;
  short_name: string;
  parent_id: number | null;
  administered: boolean;
}

export interface OrganisationOverview extends Organisation {
  counts: { pupils: number; parents: number; teachers: number; classes: number };
  classes: { id: number; title: string; kind: string; grade: string; subject: string; pupils: number }[];
}

/** Somebody as the administrator of one organisation sees them. */
export interface PersonHere {
  id: number;
  family_name: string;
  given_name: string;
  patronymic: string;
  claimed: boolean;
  roles: { role: RoleName; position: string; subject: string; confirmed: boolean }[];
  classes: ClassBrief[];
}

export const ROSTER_ENTITIES = ['org', 'year', 'class', 'user', 'role', 'enrollment', 'guardianship'] as const;
export type RosterEntity = (typeof ROSTER_ENTITIES)[number];
export type RosterChangeKind = 'new' | 'changed' | 'gone' | 'refused' | 'warning';
export type RosterCounts = Record<RosterChangeKind | 'unchanged', number>;

export interface RosterRefusal {
  file: string;
  line: number | null;
  sourced_id: string;
  reason: string;
  detail?: string;
}

export interface RosterImport {
  id: number;
  state: 'previewed' | 'applied' | 'failed' | string;
  file_name: string;
  created_at: string;
  applied_at: string | null;
  summary: Partial<Record<RosterEntity, Partial<RosterCounts>>>;
  refused?: RosterRefusal[];
  /** Remarks about the bundle as a whole. */
  notes?: { reason: string; file: string; value: string; detail: string }[];
}

export interface RosterChange {
  entity: RosterEntity;
  kind: RosterChangeKind;
  sourced_id: string;
  title: string;
  file: string;
  line: number | null;
  fields: { name: string; old: string | null; new: string | null }[];
  reason?: string | null;
  detail?: string | null;
  value?: string;
}
