import { api } from '../../core/api/client';
import type { components } from '../../core/api/schema';

type Shapes = components['schemas'];

export type ChildSafety = Shapes['ChildSafety'];
export type Partner = Shapes['Partner'];
export type Access = Shapes['Access'];
export type QuietPeriod = Shapes['QuietPeriod'];

export const childPath = (child: number) => `/api/children/${child}`;

export const readChild = (child: number) => api.get<ChildSafety>(`${childPath(child)}/safety`);

export const setSafeMode = (child: number, kept: boolean, locked: boolean) =>
  api.put<ChildSafety>(`${childPath(child)}/safe-mode`, { kept, locked });

export const setQuietHours = (child: number, periods: QuietPeriod[]) =>
  api.put<ChildSafety>(`${childPath(child)}/quiet-hours`, { periods });
