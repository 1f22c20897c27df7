import { useTexts } from '../core/i18n/useTexts';
import { TerritoryField } from '../organisations/territories/TerritoryField';
import { useForm } from './form';
import { TextField } from './TextField';
import { texts } from './texts';

/** Which municipality, picked step by step, and the town in words. */
export function PlaceStep() {
  const t = useTexts(texts);
  const { application, draft, problemOf, touch } = useForm();
  return (
    <>
      <TerritoryField
        path={application.path}
        problem={problemOf('territory_id')}
        label={(kind) => t(`field.${kind}`)}
        choose={t('field.choose')}
        onChange={(territory_id) => {
          draft.change({ territory_id });
          touch('territory_id');
        }}
      />
      <TextField field="settlement" most={200} hint />
    </>
  );
}
