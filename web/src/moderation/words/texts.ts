import type { Texts } from '../../core/i18n/useTexts';
import ru from './texts.ru';

/** The sentences of word lists and of calls for help. */
export const texts: Texts = { ru, en: () => import('./texts.en') };
