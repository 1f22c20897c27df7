import manifest from '../../../../parta/messaging/sticker_sets/manifest.json';

/** Every drawing is a file of its own, fetched when it is shown and kept by the browser for good. */
const files = import.meta.glob<string>('../../../../parta/messaging/sticker_sets/*/*.svg', {
  query: '?url',
  import: 'default',
  eager: true,
});

export interface Sticker {
  /** What it is sent as: `owl/hello`. */
  id: string;
  url: string;
  ru: string;
  en: string;
  words: string;
}

export interface StickerSet {
  name: string;
  ru: string;
  en: string;
  stickers: Sticker[];
}

const urls = new Map(Object.entries(files).map(([path, url]) => [path.split('/').slice(-2).join('/').replace('.svg', ''), url]));

export const sets: StickerSet[] = manifest.sets.map((set) => ({
  ...set,
  stickers: set.stickers.map(({ name, ...sticker }) => {
    const id = `${set.name}/${name}`;
    return { ...sticker, id, url: urls.get(id) ?? '' };
  }),
}));

export const book: ReadonlyMap<string, Sticker> = new Map(sets.flatMap((set) => set.stickers.map((sticker) => [sticker.id, sticker])));
