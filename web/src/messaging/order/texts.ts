import type { Texts } from '../../core/i18n/useTexts';
import ru from './texts.ru';

/** The sentences of folders, the archive and the menu of a chat. */
export const texts: Texts = { ru, en: () => import('./texts.en') };
