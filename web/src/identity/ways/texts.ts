import type { Texts } from '../../core/i18n/useTexts';
import ru from './texts.ru';

/** The sentences of keys, the second factor and moves. */
export const texts: Texts = { ru, en: () => import('./texts.en') };
