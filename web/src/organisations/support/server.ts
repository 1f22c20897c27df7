/** Helping people to come in, as the server knows it. */
import { api } from '../../core/api/client';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type WayIn = Shapes['WayIn'];
export type WaitingMove = Shapes['WaitingMove'];
type NewMove = Shapes['MoveOfPerson'];
type Move = Shapes['Move'];

const person = (organisation: number, id: number) => `/api/organisations/${organisation}/people/${id}`;

export const movesPath = (organisation: number) => `/api/organisations/${organisation}/moves`;
export const getWayIn = (organisation: number, id: number) => api.get<WayIn>(`${person(organisation, id)}/way-in`);
export const startMove = (organisation: number, id: number, move: NewMove) => api.post<Move>(`${person(organisation, id)}/moves`, move);
export const confirmMove = (path: string) => api.put<Move>(`${path}/confirmation`);
export const resetFactor = (organisation: number, id: number) => api.delete(`${person(organisation, id)}/second-factor`);
