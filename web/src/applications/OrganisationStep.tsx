import { FormItem, NativeSelect } from '@vkontakte/vkui';

import { useTexts } from '../core/i18n/useTexts';
import styles from './Applications.module.css';
import { useForm } from './form';
import type { Fields } from './server';
import { TextField } from './TextField';
import { texts } from './texts';

const TYPES: Fields['type'][] = ['school', 'vocational', 'additional'];

/** What the organisation is and its numbers. */
export function OrganisationStep() {
  const t = useTexts(texts);
  const { application, draft } = useForm();
  const { organisations, elsewhere } = application.doubles;
  return (
    <>
      <FormItem top={t('field.type')} htmlFor="application-type" noPadding>
        <NativeSelect id="application-type" value={draft.fields.type} onChange={(event) => draft.change({ type: event.target.value as Fields['type'] })}>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`type.${type}`)}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      <TextField field="name" most={300} hint />
      <TextField field="short_name" most={100} hint />
      <div className={styles.row}>
        <TextField field="inn" most={30} hint inputMode="numeric" />
        <TextField field="kpp" most={30} hint />
        <TextField field="ogrn" most={30} hint inputMode="numeric" />
      </div>
      {organisations.length > 0 && <p className={styles.warn}>{t('doubles.organisation', { names: organisations.map(({ name }) => `«${name}»`).join(', ') })}</p>}
      {elsewhere > 0 && <p className={styles.warn}>{t('doubles.applied')}</p>}
    </>
  );
}
