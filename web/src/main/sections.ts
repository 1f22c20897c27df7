import { Icon28MessageOutline, Icon28SchoolOutline, Icon28SettingsOutline, Icon28UsersOutline } from '@vkontakte/icons';
import type { ComponentType } from 'react';

import type { Me } from '../core/api/types';

export type SectionName = 'chats' | 'people' | 'school' | 'settings';

export interface Section {
  name: SectionName;
  path: string;
  Icon: ComponentType;
  /** Stands at the foot of the navigation rail. */
  low: boolean;
}

const SECTIONS: Section[] = [
  { name: 'chats', path: '/chats', Icon: Icon28MessageOutline, low: false },
  { name: 'people', path: '/people', Icon: Icon28UsersOutline, low: false },
  { name: 'school', path: '/school', Icon: Icon28SchoolOutline, low: false },
  { name: 'settings', path: '/settings', Icon: Icon28SettingsOutline, low: true },
];

/** Only who runs a school or a territory, or leads a class, sees its section. */
export function sectionsFor(me: Me): Section[] {
  const runs = me.roles.some(({ role }) => role === 'administrator' || role === 'operator') || me.classes.some(({ class_teacher }) => class_teacher);
  return SECTIONS.filter(({ name }) => name !== 'school' || runs || me.looks_after);
}
