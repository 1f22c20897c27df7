export default {
  'marks.title': 'Оформление текста',
  'marks.bold': 'Полужирный',
  'marks.italic': 'Курсив',
  'marks.strike': 'Зачёркнутый',
  'marks.code': 'Код',
  'marks.spoiler': 'Скрытый текст',
  'marks.quote': 'Цитата',
};
