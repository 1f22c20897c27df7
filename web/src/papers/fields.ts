import type { Facts, Kind } from './server';

export type TextField = Exclude<keyof Facts, 'appointed'>;

const HEAD: TextField[] = ['head_position', 'head_name', 'date'];

/** What each paper names, in the order in which it is filled in. */
export const FIELDS: Record<Kind, TextField[]> = {
  order: ['organisation', 'city', 'number', ...HEAD, 'site'],
  notice: ['organisation', 'contacts', ...HEAD, 'site'],
  site: ['organisation', 'inn', 'address', 'contacts', 'site', 'privacy_version'],
  consent_guardian: ['organisation', 'inn', 'address', ...HEAD, 'site', 'child', 'class_title', 'guardian'],
  consent_staff: ['organisation', 'inn', 'address', ...HEAD, 'site', 'employee'],
};

export const LENGTHS: Partial<Record<TextField, number>> = { organisation: 400, address: 400, contacts: 400, inn: 12, number: 30 };

export const innIsWrong = (inn: string) => inn !== '' && !/^(\d{10}|\d{12})$/.test(inn);

/** An INN that is being typed does not spoil the preview. */
export const ready = (facts: Facts): Facts => (innIsWrong(facts.inn) ? { ...facts, inn: '' } : facts);
