import { useQuery, useQueryClient } from '@tanstack/react-query';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { Switchable } from '../../core/ui/Switchable';
import { toast } from '../../core/ui/dialogs';
import { readException, setException } from '../server';
import { texts } from '../texts';

/** Whether «!!!» may break the silence of a school's people: its administrator decides. */
export function ExceptionSection({ organisation, name }: { organisation: number; name: string }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const key = ['quiet-exception', organisation];
  const { data } = useQuery({ queryKey: key, queryFn: () => readException(organisation) });
  const set = (on: boolean) =>
    void setException(organisation, on).then(
      (fresh) => cache.setQueryData(key, fresh),
      (error: unknown) => toast(explain(error), { failed: true }),
    );
  return (
    <Switchable
      title={t('quiet.school.allow')}
      hint={t('quiet.school.hint', { name })}
      checked={data?.urgent_allowed ?? false}
      disabled={data === undefined}
      onChange={set}
    />
  );
}
