import { useQuery } from '@tanstack/react-query';
import { Icon24Cancel } from '@vkontakte/icons';
import { IconButton } from '@vkontakte/vkui';

import { queries } from '../../core/api/query';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { toast } from '../../core/ui/dialogs';
import { displayName } from '../../core/ui/names';
import { Section } from '../../core/ui/Page';
import { PersonCell } from '../../core/ui/PersonCell';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Switchable } from '../../core/ui/Switchable';
import { PersonChoice } from '../../safety/contacts/PersonChoice';
import { changeCrisis, readCrisis, type AlertSettings } from './server';
import { texts } from './texts';

const SWITCHES = [
  ['in_direct', 'direct'],
  ['at_night', 'night'],
  ['starter', 'starter'],
] as const;

/** Whether the organisation listens for calls for help, and who hears of them. */
export function CrisisSettings({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const key = ['crisis-settings', organisation];
  const query = useQuery({ queryKey: key, queryFn: () => readCrisis(organisation) });
  if (query.isPending) return <LoadingState />;
  if (query.error !== null) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const settings = query.data;
  const change = async (changed: Partial<AlertSettings>) => {
    try {
      queries.setQueryData(key, await changeCrisis(organisation, { ...settings, ...changed }));
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  return (
    <>
      <Section title={t('words.alerts')} hint={t('crisis.hint')}>
        <Switchable
          title={t('crisis.on')}
          hint={settings.staff.length === 0 ? t('crisis.staff.choose') : t('crisis.on.hint')}
          checked={settings.on}
          disabled={settings.staff.length === 0}
          onChange={(on) => void change({ on })}
        />
        {SWITCHES.map(([field, name]) => (
          <Switchable
            key={field}
            title={t(`crisis.${name}`)}
            hint={t(`crisis.${name}.hint`)}
            checked={settings[field] ?? false}
            onChange={(on) => void change({ [field]: on })}
          />
        ))}
      </Section>
      <Section title={t('crisis.staff')} hint={t('crisis.staff.hint')}>
        {settings.staff.map((person) => (
          <PersonCell
            key={person.id}
            person={person}
            subtitle={person.label}
            after={
              <IconButton
                label={t('crisis.staff.remove', { name: displayName(person) })}
                onClick={() => {
                  const staff_ids = settings.staff.map(({ id }) => id).filter((id) => id !== person.id);
                  void change({ staff_ids, on: settings.on && staff_ids.length > 0 });
                }}
              >
                <Icon24Cancel />
              </IconButton>
            }
          />
        ))}
        <PersonChoice
          organisation={organisation}
          label={t('crisis.staff.add')}
          person={null}
          onChoose={(person) => person && void change({ staff_ids: [...settings.staff.map(({ id }) => id), person.id] })}
        />
      </Section>
    </>
  );
}
