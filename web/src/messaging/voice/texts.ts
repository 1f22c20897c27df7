import { useTexts, type Texts } from '../../core/i18n/useTexts';
import type { Translate } from '../../core/i18n/useT';
import ru from './texts.ru';

const texts: Texts = { ru, en: () => import('./texts.en') };

export const useVoiceTexts = (): Translate => useTexts(texts);
