export default {
  'marks.title': 'Text formatting',
  'marks.bold': 'Bold',
  'marks.italic': 'Italic',
  'marks.strike': 'Strikethrough',
  'marks.code': 'Code',
  'marks.spoiler': 'Spoiler',
  'marks.quote': 'Quote',
};
