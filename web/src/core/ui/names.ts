/** How a person is called where: schools address adults by name and patronymic. */
interface Named {
  family_name: string;
  given_name: string;
  patronymic: string;
  role?: string | null;
}

const joined = (...parts: string[]) => parts.filter(Boolean).join(' ');

/** As in a register: family name first, everything. */
export function fullName(person: Named): string {
  return joined(person.family_name, person.given_name, person.patronymic);
}

/** In lists and headers: staff with the patronymic, everybody else without. */
export function displayName(person: Named): string {
  const staff = person.role === 'teacher' || person.role === 'administrator';
  return joined(person.given_name, staff ? person.patronymic : '', person.family_name);
}

/** Where space is short: «Мария Ивановна», «Даниил Кузнецов». */
export function briefName(person: Named): string {
  const staff = person.role === 'teacher' || person.role === 'administrator';
  return staff && person.patronymic
    ? joined(person.given_name, person.patronymic)
    : joined(person.given_name, person.family_name);
}

/** What a person's picture takes its letters from: given and family name, never the patronymic. */
export const letteredName = ({ given_name, family_name }: Named): string => joined(given_name, family_name);

/** A Russian number as it is written by hand; any other as it came. */
export function phoneInWords(number: string): string {
  return number.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4');
}

/** Up to two letters that stand for a name: «Мария Соколова» is МС, «7 «Б» класс» and «7Б класс» are 7Б. */
export function initials(title: string): string {
  const words = title.match(/\p{N}+|\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => (/^\d/.test(word) ? word.slice(0, 2) : [...word][0]!.toUpperCase()))
    .join('');
}
