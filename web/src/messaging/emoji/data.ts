import type { EmojiData } from 'frimousse';
import en from 'emojibase-data/en/data.json?url';
import enWords from 'emojibase-data/en/messages.json?url';
import ru from 'emojibase-data/ru/data.json?url';
import ruWords from 'emojibase-data/ru/messages.json?url';

interface Entry {
  emoji: string;
  label: string;
  group?: number;
  version: number;
  tags?: string[];
}

interface Words {
  groups: { key: string; message: string; order: number }[];
}

/** Newer emoji are boxes on the schools' older computers. */
const NEWEST = 15;
/** Skin tones and hair are parts of emoji, not emoji. */
const COMPONENTS = 2;

const SOURCES = { ru: [ru, ruWords], en: [en, enWords] } as const;

/** Emoji with their names, from this server: the picker's own source is a foreign host. */
export async function emojiData(locale: string): Promise<EmojiData> {
  const language = locale === 'en' ? 'en' : 'ru';
  const [entries, words] = await Promise.all(SOURCES[language].map(async (url) => (await fetch(url)).json() as unknown));
  return {
    locale: language,
    skinTones: { light: '', 'medium-light': '', medium: '', 'medium-dark': '', dark: '' },
    categories: (words as Words).groups
      .filter(({ order }) => order !== COMPONENTS)
      .map(({ message, order }) => ({ index: order, label: capital(message) })),
    emojis: (entries as Entry[])
      .filter(({ group, version }) => group !== undefined && group !== COMPONENTS && version <= NEWEST)
      .map(({ emoji, label, group = 0, version, tags = [] }) => ({ emoji, label, category: group, version, tags })),
  };
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
