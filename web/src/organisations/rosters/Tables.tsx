import { Icon20DocumentOutline, Icon20DownloadOutline } from '@vkontakte/icons';
import { Button, FormItem, NativeSelect, SimpleCell, Switch } from '@vkontakte/vkui';

import { useTexts } from '../../core/i18n/useTexts';
import { Section } from '../../core/ui/Page';
import { ErrorState, LoadingState } from '../../core/ui/states';
import type { useOrganisations } from '../useOrganisations';
import styles from './Tables.module.css';
import { texts } from '../texts';

/** How a table is to be read: of which organisation it is, and whether it is all of it. */
export interface Reading {
  organisation: number | undefined;
  leavers: boolean;
}

interface Props {
  reading: Reading;
  organisations: ReturnType<typeof useOrganisations>;
  onChange: (reading: Reading) => void;
}

/** Whose lists are loaded, the switch that lets people leave, the template and the lists as they are. */
export function Tables({ reading, organisations, onChange }: Props) {
  const t = useTexts(texts);
  const { items, error } = organisations;
  if (error && !items) return <ErrorState error={error} onRetry={() => void organisations.refetch()} />;
  if (!items) return <LoadingState />;
  const { organisation, leavers } = reading;
  if (organisation === undefined) return <p className={styles.note}>{t('lists.nowhere')}</p>;
  const address = `/api/organisations/${organisation}/workbooks`;
  return (
    <Section title={t('lists.tables')} hint={t('lists.export.hint')}>
      {items.length > 1 && (
        <FormItem top={t('lists.whose')} htmlFor="lists-whose" className={styles.field}>
          <NativeSelect
            id="lists-whose"
            value={organisation}
            onChange={(event) => onChange({ ...reading, organisation: Number(event.target.value) })}
          >
            {items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
          {organisations.hasNextPage && (
            <Button
              mode="link"
              loading={organisations.isFetchingNextPage}
              onClick={() => void organisations.fetchNextPage()}
            >
              {t('lists.more')}
            </Button>
          )}
        </FormItem>
      )}
      <SimpleCell
        Component="label"
        className={styles.switch}
        multiline
        after={
          <Switch
            aria-label={t('lists.leavers')}
            checked={leavers}
            onChange={(event) => onChange({ ...reading, leavers: event.target.checked })}
          />
        }
        subtitle={t(leavers ? 'lists.leavers.on' : 'lists.leavers.off')}
      >
        {t('lists.leavers')}
      </SimpleCell>
      <div className={styles.buttons}>
        <Button
          size="m"
          mode="secondary"
          Component="a"
          href={`${address}/template`}
          download
          before={<Icon20DocumentOutline aria-hidden="true" />}
        >
          {t('lists.template')}
        </Button>
        <Button
          size="m"
          mode="secondary"
          Component="a"
          href={`${address}/export`}
          download
          before={<Icon20DownloadOutline aria-hidden="true" />}
        >
          {t('lists.export')}
        </Button>
      </div>
    </Section>
  );
}
