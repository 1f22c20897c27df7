import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';

type Moment = string | Date;

/** Moments in words, in the person's language and time zone. */
export function useDates() {
  const intl = useIntl();
  return useMemo(() => dates(intl), [intl]);
}

function dates(intl: IntlShape) {
  const dayOf = (moment: Moment) =>
    intl.formatDate(moment, { year: 'numeric', month: '2-digit', day: '2-digit', hour: undefined });
  const daysAgo = (moment: Moment) => {
    const now = new Date();
    for (let days = 0; days < 7; days++) {
      if (dayOf(new Date(now.getTime() - days * 86_400_000)) === dayOf(moment)) return days;
    }
    return null;
  };
  const sameYear = (moment: Moment) => dayOf(moment).slice(-4) === dayOf(new Date()).slice(-4);
  const time = (moment: Moment) => intl.formatTime(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const date = (moment: Moment) =>
    intl.formatDate(moment, { day: 'numeric', month: 'long', year: sameYear(moment) ? undefined : 'numeric' });
  /** `Сегодня`, `Вчера`, `17 ноября`: a heading over a day. */
  const day = (moment: Moment) => {
    const ago = daysAgo(moment);
    if (ago === 0) return intl.formatMessage({ id: 'date.today' });
    if (ago === 1) return intl.formatMessage({ id: 'date.yesterday' });
    return date(moment);
  };
  /** `12:41`, `вчера`, `пт`, `17 нояб.`: the shortest that cannot be misread in a list. */
  const stamp = (moment: Moment) => {
    const ago = daysAgo(moment);
    if (ago === 0) return time(moment);
    if (ago === 1) return intl.formatMessage({ id: 'date.yesterday' }).toLowerCase();
    if (ago !== null) return intl.formatDate(moment, { weekday: 'short' });
    return intl.formatDate(moment, { day: 'numeric', month: 'short', year: sameYear(moment) ? undefined : '2-digit' });
  };
  /** `сегодня, 12:41` in a sentence; a month keeps the capital that its language gives it. */
  const dateTime = (moment: Moment) => `${(daysAgo(moment) ?? 2) < 2 ? day(moment).toLowerCase() : date(moment)}, ${time(moment)}`;
  return { time, date, day, stamp, dateTime };
}
