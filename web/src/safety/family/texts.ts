import type { Texts } from '../../core/i18n/useTexts';
import ru from './texts.ru';

/** The sentences of what guardians see and set, and of what a child learns of it. */
export const texts: Texts = { ru, en: () => import('./texts.en') };
