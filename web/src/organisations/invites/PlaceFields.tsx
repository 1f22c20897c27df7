import { useQuery } from '@tanstack/react-query';
import { FormItem, NativeSelect } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import { fullName } from '../../core/ui/names';
import { getPupils, type PlacesToInvite } from './server';
import { texts } from './texts';

interface ClassProps {
  places: PlacesToInvite;
  value: number | null;
  onChange: (id: number | null) => void;
}

const asId = (value: string) => (value === '' ? null : Number(value));

export function ClassField({ places, value, onChange }: ClassProps) {
  const t = useTexts(texts);
  return (
    <FormItem top={t('invites.class')} htmlFor="invite-class" noPadding>
      <NativeSelect id="invite-class" value={value ?? ''} onChange={(event) => onChange(asId(event.target.value))}>
        <option value="">{t('invites.class.choose')}</option>
        {places.classes.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </NativeSelect>
    </FormItem>
  );
}

interface ChildProps {
  organisation: number;
  classId: number;
  value: number | null;
  onChange: (id: number | null) => void;
}

export function ChildField({ organisation, classId, value, onChange }: ChildProps) {
  const t = useTexts(texts);
  const { data } = useQuery({ queryKey: ['invites', organisation, 'pupils', classId], queryFn: () => getPupils(organisation, classId) });
  return (
    <FormItem top={t('invites.child')} htmlFor="invite-child" noPadding>
      <NativeSelect id="invite-child" value={value ?? ''} disabled={!data} onChange={(event) => onChange(asId(event.target.value))}>
        <option value="">{t('invites.child.choose')}</option>
        {data?.items.map((pupil) => (
          <option key={pupil.id} value={pupil.id}>
            {fullName(pupil)}
          </option>
        ))}
      </NativeSelect>
    </FormItem>
  );
}
