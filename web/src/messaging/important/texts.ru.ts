export default {
  'important.title': 'Важные сообщения',
  'important.mark': 'Отметить важным',
  'important.unmark': 'Снять отметку «важное»',
  'important.empty': 'Здесь будут важные сообщения',
  'important.empty.hint': 'Отметьте сообщение звёздочкой, и оно найдётся здесь на любом вашем устройстве. Видите его только вы.',
  'important.open': 'Открыть в чате:',
};
