import type { Texts } from '../../core/i18n/useTexts';
import ru from './texts.ru';

/** The sentences of the page that explains who may write to whom. */
export const texts: Texts = { ru, en: () => import('./texts.en') };
