import type { Texts } from '../../core/i18n/useTexts';
import ru from './texts.ru';

/** The sentences of contact policies, safe mode and chats with a second grown-up. */
export const texts: Texts = { ru, en: () => import('./texts.en') };
