import { Button, FormItem, Input, NativeSelect } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { Section } from '../../core/ui/Page';
import { addTerritory, kindsInside, type Territory, type TerritoryKind } from './server';
import styles from './Territories.module.css';
import { texts } from './texts';
import { useDeed } from './useDeed';

/** A new territory inside another one, or on top. */
export function AddTerritory({ parent }: { parent: Territory | null }) {
  const t = useTexts(texts);
  const { busy, run } = useDeed();
  const kinds = kindsInside(parent?.kind ?? null);
  const [kind, setKind] = useState<TerritoryKind>(kinds[0] ?? 'district');
  const [name, setName] = useState('');
  if (kinds.length === 0) return null;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (await run(() => addTerritory(kind, name, parent?.id ?? null), t('territories.added'))) setName('');
  };
  return (
    <Section title={t('territories.add')}>
      <form className={styles.form} onSubmit={(event) => void add(event)}>
        <div className={styles.row}>
          {kinds.length > 1 && (
            <FormItem top={t('territories.kind')} htmlFor="territory-kind" noPadding>
              <NativeSelect id="territory-kind" value={kind} onChange={(event) => setKind(event.target.value as TerritoryKind)}>
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {t(`kind.${one}`)}
                  </option>
                ))}
              </NativeSelect>
            </FormItem>
          )}
          <FormItem top={t('territories.name.new')} htmlFor="territory-new" noPadding>
            <Input id="territory-new" maxLength={300} value={name} onChange={(event) => setName(event.target.value)} />
          </FormItem>
        </div>
        <div className={styles.deeds}>
          <Button type="submit" size="m" mode="secondary" loading={busy} disabled={name.trim() === ''}>
            {t(`territories.add.${kind}`)}
          </Button>
        </div>
      </form>
    </Section>
  );
}
