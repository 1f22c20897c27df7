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
  classes: { id: number; title: string; role: 'pupil' | 'teacher' }[];
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
