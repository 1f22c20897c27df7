export default {
  'stickers.search': 'Найти стикер',
  'stickers.recent': 'Недавние',
  'stickers.none': 'Такого стикера нет',
  'stickers.list': 'Стикеры',
};
