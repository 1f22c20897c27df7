import type { Language } from '../core/i18n/language';
import ru from './messages.ru';

type Messages = Record<string, string>;

/** Russian comes with the page; another language is fetched when it is chosen. */
export async function messagesIn(language: Language): Promise<Messages> {
  return language === 'ru' ? ru : (await import('./messages.en')).default;
}

export const russian: Messages = ru;
