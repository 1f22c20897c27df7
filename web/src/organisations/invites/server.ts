/** Invites, those who come by them, and families, as the server knows them. */
import { api } from '../../core/api/client';
import type { Page } from '../../core/api/types';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type Invite = Shapes['Invite'];
export type MadeInvite = Shapes['MadeInvite'];
export type NewInvite = Shapes['NewInvite'];
export type Newcomer = Shapes['WaitingNewcomer'];
export type Match = Shapes['ExpectedMatch'];
type Approval = Shapes['JoiningApproval'];
export type SchoolJoining = Shapes['SchoolJoining'];
export type Family = Shapes['FamilyHere'];
export type Guardian = Shapes['Guardian'];
export type PlacesToInvite = Shapes['PlacesToInvite'];
export type Sheet = Shapes['Sheet'];
export type SheetOrder = Shapes['SheetOrder'];
export type Slip = Shapes['Slip'];
export type RoleHeld = Shapes['RoleHeld'];
export type RoleChange = Shapes['RoleChange'];
export type Comer = Shapes['Comer'];
export type Relation = SchoolRelation;
type SchoolRelation = 'parent' | 'guardian' | 'relative';
type PupilHere = Shapes['PupilHere'];

const place = (organisation: number) => `/api/organisations/${organisation}`;

export const getPlaces = (organisation: number) => api.get<PlacesToInvite>(`${place(organisation)}/invite-places`);
export const invitesPath = (organisation: number) => `${place(organisation)}/invites`;
export const joiningsPath = (organisation: number) => `${place(organisation)}/joinings`;
export const makeInvite = (organisation: number, invite: NewInvite) => api.post<MadeInvite>(invitesPath(organisation), invite);
export const revokeInvite = (organisation: number, id: number) => api.delete(`${invitesPath(organisation)}/${id}`);
export const getComers = (organisation: number, id: number) => api.get<Page<Comer>>(`${invitesPath(organisation)}/${id}/joinings`);
export const getPupils = (organisation: number, classId: number) => api.get<Page<PupilHere>>(`${place(organisation)}/classes/${classId}/pupils`);
export const makeSheet = (organisation: number, classId: number, order: SheetOrder) =>
  api.post<Sheet>(`${place(organisation)}/classes/${classId}/invite-sheet`, order);
export const setPolicy = (organisation: number, junior_grades: boolean) =>
  api.put(`${place(organisation)}/joining-policy`, { junior_grades });

export const approve = (organisation: number, id: number, said: Approval) => api.post(`${joiningsPath(organisation)}/${id}/approval`, said);
export const decline = (organisation: number, id: number, reason: string) =>
  api.post(`${joiningsPath(organisation)}/${id}/refusal`, { reason });

export const lookAtInvite = (code: string) => api.post<SchoolJoining>('/api/school-joining/look', { code });
export const comeIn = (code: string, relation: Relation) => api.post<SchoolJoining>('/api/school-joining', { code, relation });

export const getFamily = (child: number) => api.get<Family>(`/api/children/${child}/family`);
export const inviteParent = (child: number, approval: boolean) => api.post<MadeInvite>(`/api/children/${child}/invites`, { approval });
export const revokeParentInvite = (child: number, id: number) => api.delete(`/api/children/${child}/invites/${id}`);
export const endGuardianship = (child: number, guardian: number, reason: string) =>
  api.post(`/api/children/${child}/guardians/${guardian}/end`, { reason });

const person = (organisation: number, id: number) => `${place(organisation)}/people/${id}`;
export const getRoles = (organisation: number, id: number) => api.get<Page<RoleHeld>>(`${person(organisation, id)}/roles`);
export const changeRole = (organisation: number, id: number, change: RoleChange) => api.put(`${person(organisation, id)}/role`, change);
export const confirmTeacher = (organisation: number, id: number) => api.put(`${person(organisation, id)}/confirmation`);
export const withdrawConfirmation = (organisation: number, id: number) => api.delete(`${person(organisation, id)}/confirmation`);
