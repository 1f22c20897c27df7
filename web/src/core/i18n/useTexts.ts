import { use, useMemo } from 'react';
import { createIntl, createIntlCache, useIntl } from 'react-intl';

import { useT, type Translate } from './useT';

type Catalogue = Record<string, string>;

/** The sentences of one capability: Russian comes with its code, another language when it is spoken. */
export interface Texts {
  ru: Catalogue;
  en: () => Promise<{ default: Catalogue }>;
}

const cache = createIntlCache();
const loading = new WeakMap<Texts, Promise<Catalogue>>();

function english(texts: Texts): Promise<Catalogue> {
  const known = loading.get(texts);
  if (known !== undefined) return known;
  const fresh = texts.en().then((module) => module.default);
  loading.set(texts, fresh);
  // A line that broke is tried again the next time.
  fresh.catch(() => loading.delete(texts));
  return fresh;
}

/** `t` with the sentences of a part that is loaded late; names it lacks are looked up in the common ones. */
export function useTexts(texts: Texts): Translate {
  const common = useT();
  const { locale, timeZone } = useIntl();
  const catalogue = locale === 'ru' ? texts.ru : use(english(texts));
  return useMemo(() => {
    const own = createIntl({ locale, messages: catalogue, ...(timeZone === undefined ? {} : { timeZone }) }, cache);
    return (id, values) => (id in catalogue ? own.formatMessage({ id }, values) : common(id, values));
  }, [catalogue, common, locale, timeZone]);
}
