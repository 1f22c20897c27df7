export default {
  'stickers.search': 'Find a sticker',
  'stickers.recent': 'Recent',
  'stickers.none': 'No such sticker',
  'stickers.list': 'Stickers',
};
