import ru from './texts.ru';

export const TEXTS = { ru, en: () => import('./texts.en') };
