import { useIntl } from 'react-intl';

const UNITS = ['b', 'kb', 'mb', 'gb'];

/** «2,4 МБ»: bytes as people count them. */
export function useSize(): (bytes: number) => string {
  const intl = useIntl();
  return (bytes) => {
    const power = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)));
    const value = bytes / 1024 ** power;
    const size = intl.formatNumber(value, { maximumFractionDigits: power === 0 || value >= 100 ? 0 : 1 });
    return intl.formatMessage({ id: `file.size.${UNITS[power]}` }, { size });
  };
}
