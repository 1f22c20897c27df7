import ru from './texts.ru';

/** The sentences about other people's quiet hours. */
export const texts = { ru, en: () => import('./texts.en') };
