import type { Texts } from '../../core/i18n/useTexts';
import ru from './texts.ru';

/** The sentences of invites and families. */
export const texts: Texts = { ru, en: () => import('./texts.en') };
