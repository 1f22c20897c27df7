import { FormItem, Input } from '@vkontakte/vkui';
import type { HTMLInputTypeAttribute } from 'react';

import { useTexts } from '../core/i18n/useTexts';
import { useForm } from './form';
import type { Fields } from './server';
import { texts } from './texts';

interface Props {
  field: Exclude<keyof Fields, 'type' | 'territory_id' | 'file_id'>;
  most: number;
  hint?: boolean;
  type?: HTMLInputTypeAttribute;
  inputMode?: 'numeric' | 'tel' | 'email';
}

/** One line of the form with its mistake under it. */
export function TextField({ field, most, hint = false, type = 'text', inputMode }: Props) {
  const t = useTexts(texts);
  const { draft, problemOf, touch } = useForm();
  const problem = problemOf(field);
  const below = `application-${field}-below`;
  return (
    <FormItem
      top={t(`field.${field}`)}
      htmlFor={`application-${field}`}
      status={problem ? 'error' : 'default'}
      bottom={problem ?? (hint ? t(`field.${field}.hint`) : undefined)}
      bottomId={below}
      noPadding
    >
      <Input
        id={`application-${field}`}
        type={type}
        inputMode={inputMode}
        maxLength={most}
        autoComplete="off"
        value={draft.fields[field]}
        slotProps={{ input: { 'aria-describedby': problem || hint ? below : undefined, 'aria-invalid': Boolean(problem) } }}
        onChange={(event) => draft.change({ [field]: event.target.value })}
        onBlur={() => touch(field)}
      />
    </FormItem>
  );
}
