import { useMemo } from 'react';
import { useIntl } from 'react-intl';

import { ApiError } from '../api/error';

type Values = Record<string, string | number | boolean | Date | null | undefined>;
export type Translate = (id: string, values?: Values) => string;

/** A sentence by its name: `t('people.found', { count: 3 })`. */
export function useT(): Translate {
  const intl = useIntl();
  return useMemo(() => (id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** What to tell the person about a failure: the server's sentence when it gave one, ours otherwise. */
export function useExplain(): (error: unknown) => string {
  const intl = useIntl();
  return useMemo(
    () => (error) => {
      if (!(error instanceof ApiError)) return intl.formatMessage({ id: 'error.unknown' });
      const said = error.problem.detail || error.problem.title;
      if (said) return said;
      const id = `error.${error.code}`;
      return intl.formatMessage({ id: id in intl.messages ? id : 'error.unknown' });
    },
    [intl],
  );
}
