import { Icon16EducationOutline } from '@vkontakte/icons';

import { useT } from '../i18n/useT';
import { displayName } from './names';
import styles from './PersonName.module.css';

export interface Nameable {
  family_name: string;
  given_name: string;
  patronymic: string;
  role?: string | null;
  confirmed_teacher?: boolean;
}

interface Props {
  person: Nameable;
  /** Says the name in another way, such as `briefName`. */
  as?: (person: Nameable) => string;
}

/** A name that yields to its container, with the academic cap of a confirmed teacher after it. */
export function PersonName({ person, as = displayName }: Props) {
  const t = useT();
  const name = as(person);
  return (
    <span className={styles.name}>
      <span className={styles.text} title={name}>
        {name}
      </span>
      {person.confirmed_teacher && (
        <span className={styles.cap} role="img" aria-label={t('person.confirmed_teacher')}>
          <Icon16EducationOutline title={t('person.confirmed_teacher')} />
        </span>
      )}
    </span>
  );
}
