import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { confirm } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { changeTerritory, removeTerritory, type Territory } from './server';
import styles from './Territories.module.css';
import { TerritoryField } from './TerritoryField';
import { texts } from './texts';
import { useDeed } from './useDeed';

/** What a territory is called and where it stands; an empty one may go. */
export function ChangeTerritory({ territory }: { territory: Territory }) {
  const t = useTexts(texts);
  const { busy, run } = useDeed();
  const [name, setName] = useState(territory.name);
  const [guide_url, setGuide] = useState(territory.guide_url);
  const [parent_id, setParent] = useState(territory.parent_id);
  const above = territory.path.slice(0, -1);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await run(() => changeTerritory(territory.id, { name, guide_url, parent_id }), t('territory.saved'));
  };
  const remove = async () => {
    if (!(await confirm({ title: t('territory.remove.ask'), text: t('territory.remove.text'), action: t('territory.remove'), destructive: true }))) return;
    if (await run(() => removeTerritory(territory.id), t('territory.saved'))) navigate('/school/territories', { replace: true });
  };
  return (
    <Section title={t('territory.change')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <FormItem top={t('territories.name')} htmlFor="territory-name" noPadding>
          <Input id="territory-name" maxLength={300} value={name} onChange={(event) => setName(event.target.value)} />
        </FormItem>
        {territory.kind !== 'country' && <TerritoryField path={above} label={() => t('territory.parent')} choose={t('territory.parent.none')} onChange={setParent} />}
        <FormItem top={t('territory.guide')} bottom={t('territory.guide.hint')} htmlFor="territory-guide" noPadding>
          <Input id="territory-guide" type="url" maxLength={500} value={guide_url} onChange={(event) => setGuide(event.target.value)} />
        </FormItem>
        <div className={styles.deeds}>
          <Button type="submit" size="m" loading={busy} disabled={name.trim() === ''}>
            {t('territory.save')}
          </Button>
          <Button size="m" mode="tertiary" appearance="negative" disabled={busy} onClick={() => void remove()}>
            {t('territory.remove')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
