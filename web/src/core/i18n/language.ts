/** The language of the interface: the person's choice, kept on this device until the profile says otherwise. */
import { create } from 'zustand';

export type Language = 'ru' | 'en';

const KEY = 'parta.language';

interface LanguageState {
  language: Language;
  choose: (language: Language) => void;
}

function remembered(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'ru';
}

export const useLanguage = create<LanguageState>((set) => ({
  language: remembered(),
  choose: (language) => {
    localStorage.setItem(KEY, language);
    set({ language });
  },
}));

export function asLanguage(locale: string): Language {
  return locale.startsWith('en') ? 'en' : 'ru';
}
