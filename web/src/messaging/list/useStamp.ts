import { useMemo } from 'react';
import { useIntl } from 'react-intl';

import { useDates } from '../../core/i18n/useDates';

/** «12:41», «вчера», «пт», «17 ноя»: months without the dot and the fourth letter, as people write them. */
export function useStamp(): (moment: string) => string {
  const dates = useDates();
  const { locale } = useIntl();
  return useMemo(
    () => (moment) => {
      const stamp = dates.stamp(moment);
      return locale === 'ru' ? stamp.replace(/(\d [а-я]{3})[а-я]*\.?/, '$1') : stamp;
    },
    [dates, locale],
  );
}
