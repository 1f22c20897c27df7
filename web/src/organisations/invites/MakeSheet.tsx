import { useQueryClient } from '@tanstack/react-query';
import { Button, FormItem, NativeSelect, SimpleCell, Switch } from '@vkontakte/vkui';
import { useEffect, useState, type FormEvent } from 'react';

import { randomId } from '../../core/api/random';
import { isProblem, type ApiError } from '../../core/api/error';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import styles from './Invites.module.css';
import { ClassField } from './PlaceFields';
import { offerSheet } from './printing';
import { makeSheet, type PlacesToInvite, type Sheet } from './server';
import { texts } from './texts';

const PARENTS = [0, 1, 2, 3];
const DAYS = 60;

/** A code for everybody of a class, made at once and printed. */
export function MakeSheet({ id, places }: { id: number; places: PlacesToInvite }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const cache = useQueryClient();
  const only = places.classes.length === 1 ? (places.classes[0]?.id ?? null) : null;
  const [classId, setClassId] = useState<number | null>(only);
  const [pupils, setPupils] = useState(true);
  const [parents, setParents] = useState(1);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async (replace: boolean): Promise<void> => {
    try {
      setSheet(await makeSheet(id, classId ?? 0, { pupils, parents, days: DAYS, replace }));
      void cache.invalidateQueries({ queryKey: ['invites', id, 'made'] });
    } catch (error) {
      if (!isProblem(error, 'sheet_made_before')) return toast(explain(error), { failed: true });
      if (await askAgain(error)) await make(true);
    }
  };
  const askAgain = (error: ApiError) =>
    confirm({
      title: t('sheet.again'),
      text: t('sheet.again.text', { unused: Number(error.problem['unused']) }),
      action: t('sheet.make'),
      destructive: true,
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    void make(false).finally(() => setBusy(false));
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.note}>{t('sheet.hint')}</p>
      <ClassField places={places} value={classId} onChange={setClassId} />
      <SimpleCell
        Component="label"
        after={<Switch aria-label={t('sheet.pupils')} checked={pupils} onChange={(event) => setPupils(event.target.checked)} />}
      >
        {t('sheet.pupils')}
      </SimpleCell>
      <FormItem top={t('sheet.parents')} htmlFor="sheet-parents" noPadding>
        <NativeSelect id="sheet-parents" value={parents} onChange={(event) => setParents(Number(event.target.value))}>
          {PARENTS.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      <div className={styles.foot}>
        <Button type="submit" size="l" loading={busy} disabled={classId === null || (!pupils && parents === 0)}>
          {t('sheet.make')}
        </Button>
      </div>
      {sheet && <Ready sheet={sheet} />}
    </form>
  );
}

function Ready({ sheet }: { sheet: Sheet }) {
  const t = useTexts(texts);
  const [id] = useState(randomId);
  useEffect(() => offerSheet(id, sheet), [id, sheet]);
  return (
    <section className={styles.state} aria-label={t('sheet.ready')} role="status">
      <p className={styles.who}>
        {t('sheet.ready')}: {sheet.class_title}
      </p>
      <p className={styles.note}>{t('sheet.ready.hint', { count: sheet.slips.length })}</p>
      <div className={styles.buttons}>
        <Button size="m" Component="a" href={`/print/invites/${id}`} target="_blank" rel="opener">
          {t('sheet.open')}
        </Button>
      </div>
    </section>
  );
}
