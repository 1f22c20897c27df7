/** Classes, groups, positions and administrators, as the server knows them. */
import { api } from '../../core/api/client';
import type { Page } from '../../core/api/types';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type Group = Shapes['Group'];
export type Kind = Group['kind'];
export type Member = Shapes['GroupMember'];
export type PlaceRole = Member['role'];
export type NewGroup = Shapes['GroupToMake'];
export type GroupChange = Shapes['GroupChange'];
export type KindCount = Shapes['GroupsOfKind'];
export type Administrator = Shapes['AdministratorHere'];
export type RightName = Shapes['RightName'];
export type Right = RightName['right'];
export type PositionName = Shapes['PositionName'];
export type Appointment = Shapes['Appointment'];

export const KINDS: Kind[] = ['homeroom', 'subject', 'club', 'section', 'interest', 'community'];

const place = (organisation: number) => `/api/organisations/${organisation}`;
export const groupsPath = (organisation: number) => `${place(organisation)}/groups`;
const groupPath = (organisation: number, group: number) => `${groupsPath(organisation)}/${group}`;
export const membersPath = (organisation: number, group: number) => `${groupPath(organisation, group)}/members`;
export const administratorsPath = (organisation: number) => `${place(organisation)}/administrators`;

export const countGroups = (organisation: number) => api.get<Page<KindCount>>(`${place(organisation)}/group-counts`);
export const makeGroup = (organisation: number, group: NewGroup) => api.post<Group>(groupsPath(organisation), group);
export const getGroup = (organisation: number, group: number) => api.get<Group>(groupPath(organisation, group));
export const changeGroup = (organisation: number, group: number, change: GroupChange) => api.patch<Group>(groupPath(organisation, group), change);
export const closeGroup = (organisation: number, group: number) => api.delete(groupPath(organisation, group));
export const putIn = (organisation: number, group: number, person_ids: number[], role: PlaceRole, transfer: boolean) =>
  api.post(membersPath(organisation, group), { person_ids, role, transfer });
export const takeOut = (organisation: number, group: number, person: number, role: PlaceRole) =>
  api.delete(`${membersPath(organisation, group)}/${person}?role=${role}`);
export const nameClassTeacher = (organisation: number, group: number, person_id: number | null) =>
  api.put(`${groupPath(organisation, group)}/class-teacher`, { person_id });

export const getRights = (organisation: number) => api.get<Page<RightName>>(`${place(organisation)}/rights`);
export const giveRights = (organisation: number, person: number, rights: Right[]) =>
  api.put<Administrator>(`${administratorsPath(organisation)}/${person}`, { rights });
export const dismiss = (organisation: number, person: number) => api.delete(`${administratorsPath(organisation)}/${person}`);

export const getPositions = (organisation: number) => api.get<Page<PositionName>>(`${place(organisation)}/positions`);
export const writePosition = (organisation: number, person: number, appointment: Appointment) =>
  api.put(`${place(organisation)}/people/${person}/position`, appointment);
export const endRole = (organisation: number, person: number, role: string) => api.delete(`${place(organisation)}/people/${person}/roles/${role}`);

export type Guest = Shapes['GuestOrganisation'];
export type GuestCandidate = Shapes['GuestCandidate'];
export type VisitedCommunity = Shapes['VisitedCommunity'];

export const guestsPath = (organisation: number, group: number) => `${groupPath(organisation, group)}/guests`;
export const findGuests = (organisation: number, group: number, q: string, signal: AbortSignal) =>
  api.get<Page<GuestCandidate>>(`${groupPath(organisation, group)}/guest-candidates`, { q }, { signal });
export const inviteGuest = (organisation: number, group: number, organisation_id: number) => api.post<Guest>(guestsPath(organisation, group), { organisation_id });
export const endGuest = (organisation: number, group: number, guest: number) => api.delete(`${guestsPath(organisation, group)}/${guest}`);

export const communitiesPath = (organisation: number) => `${place(organisation)}/communities`;
const communityPath = (organisation: number, community: number) => `${communitiesPath(organisation)}/${community}`;
export const ownPeoplePath = (organisation: number, community: number) => `${communityPath(organisation, community)}/people`;
export const getCommunity = (organisation: number, community: number) => api.get<VisitedCommunity>(communityPath(organisation, community));
export const answerInvitation = (organisation: number, community: number, accept: boolean) =>
  api.post(`${communityPath(organisation, community)}/answer`, { accept });
export const leaveCommunity = (organisation: number, community: number) => api.delete(communityPath(organisation, community));
export const sendPeople = (organisation: number, community: number, person_ids: number[]) => api.post(ownPeoplePath(organisation, community), { person_ids });
export const callBack = (organisation: number, community: number, person: number) => api.delete(`${ownPeoplePath(organisation, community)}/${person}`);
