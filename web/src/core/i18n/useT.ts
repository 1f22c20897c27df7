import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';

import { ApiError } from '../api/error';

type Values = Record<string, string | number | boolean | Date | null | undefined>;
export type Translate = (id: string, values?: Values) => string;

/** A sentence by its name: `t('people.found', { count: 3 })`. */
export function useT(): Translate {
  const intl = useIntl();
  return useMemo(() => (id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** Who is kept out learns until when and why. */
function suspended(intl: IntlShape, { problem }: ApiError): string {
  const until = typeof problem['until'] === 'string' ? problem['until'] : null;
  const when = until === null ? 'none' : intl.formatDate(until, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  const reason = typeof problem['reason'] === 'string' && problem['reason'] !== '' ? problem['reason'] : 'none';
  return intl.formatMessage({ id: 'error.suspended' }, { when, reason });
}

/** What to tell the person about a failure: the server's sentence when it gave one, ours otherwise. */
export function useExplain(): (error: unknown) => string {
  const intl = useIntl();
  return useMemo(
    () => (error) => {
      if (!(error instanceof ApiError)) return intl.formatMessage({ id: 'error.unknown' });
      if (error.code === 'suspended') return suspended(intl, error);
      const said = error.problem.detail || error.problem.title;
      if (said) return said;
      const id = `error.${error.code}`;
      return intl.formatMessage({ id: id in intl.messages ? id : 'error.unknown' });
    },
    [intl],
  );
}
