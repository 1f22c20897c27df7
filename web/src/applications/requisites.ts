/** The same checks as on the server, so that a slip of the hand is seen before anything is sent. */

const INN_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8];

/** A number without the spaces and hyphens that people put into it. */
export const plain = (text: string): string => text.replace(/[\s\u2010-\u2015-]+/g, '').toUpperCase();

export function innProblem(inn: string): string | null {
  if (!/^\d{10}$/.test(inn)) return 'inn_length';
  const total = INN_WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(inn[place]), 0);
  return (total % 11) % 10 === Number(inn[9]) && /[1-9]/.test(inn) ? null : 'inn_wrong';
}

export const kppProblem = (kpp: string): string | null => (/^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp) && !kpp.startsWith('0000') ? null : 'kpp_wrong');

export function ogrnProblem(ogrn: string): string | null {
  if (!/^\d{13}$/.test(ogrn)) return 'ogrn_length';
  // Twelve digits fit into a number exactly.
  return (Number(ogrn.slice(0, 12)) % 11) % 10 === Number(ogrn[12]) && /^[15]/.test(ogrn) ? null : 'ogrn_wrong';
}

const CHECKS: Record<string, (number: string) => string | null> = { inn: innProblem, kpp: kppProblem, ogrn: ogrnProblem };

/** What is wrong with a number that was typed; an empty field is no mistake yet. */
export function numberProblem(field: string, typed: string): string | null {
  const number = plain(typed);
  return number === '' ? null : (CHECKS[field]?.(number) ?? null);
}
