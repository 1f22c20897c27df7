import ru from './texts.ru';

/** The sentences of notifications and quiet hours. */
export const texts = { ru, en: () => import('./texts.en') };
