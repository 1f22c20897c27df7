import { useQuery } from '@tanstack/react-query';
import { Button } from '@vkontakte/vkui';
import { useState } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { Section } from '../../core/ui/Page';
import { readTerritory } from '../territories/server';
import styles from '../territories/Territories.module.css';
import { TerritoryField } from '../territories/TerritoryField';
import { texts } from '../territories/texts';
import { useDeed } from '../territories/useDeed';
import { place, type Standing } from './server';

/** Into which territory an organisation belongs. */
export function PlacePart({ standing: one }: { standing: Standing }) {
  const t = useTexts(texts);
  const { busy, run } = useDeed();
  const [chosen, setChosen] = useState(one.parent_id);
  const { data, isPending } = useQuery({
    queryKey: ['territories', 'one', one.parent_id],
    queryFn: () => readTerritory(one.parent_id ?? 0),
    enabled: one.parent_id !== null,
    retry: false,
  });
  // The fields begin with the way to where it stands now.
  if (one.parent_id !== null && isPending) return null;
  return (
    <Section title={t('standing.place')} hint={t('standing.place.hint')}>
      <div className={styles.form}>
        <TerritoryField path={data?.path ?? []} label={(kind) => t(`kind.${kind}`)} choose={t('territory.parent.none')} onChange={setChosen} />
        <div className={styles.deeds}>
          <Button size="m" mode="secondary" loading={busy} disabled={chosen === one.parent_id} onClick={() => void run(() => place(one.id, chosen), t('territory.saved'))}>
            {t('standing.place.save')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
