/** What I am, whom I wait for and who is in my family. */
export type SchoolEvent =
  | { kind: 'roles_changed' }
  | { kind: 'joining_asked'; organisation_id: number }
  | { kind: 'joining_decided'; organisation_id: number; organisation_name: string; approved: boolean; reason: string; received: boolean }
  | { kind: 'family_changed'; child_id: number; child_name: string; guardian_id: number; guardian_name: string; ended: boolean };
