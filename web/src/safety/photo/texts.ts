import type { Texts } from '../../core/i18n/useTexts';
import ru from './texts.ru';

/** The sentences of photographs. */
export const texts: Texts = { ru, en: () => import('./texts.en') };
