import { useLanguage } from '../../core/i18n/language';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** «7 дней»: a term in its largest whole unit, in the language of the interface. */
export function unitText(seconds: number): string {
  const [unit, size] = UNITS.find(([, one]) => seconds >= one && seconds % one === 0) ?? UNITS[2];
  const { language } = useLanguage.getState();
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(seconds / size));
}
