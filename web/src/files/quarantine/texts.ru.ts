export default {
  'quarantine.title': 'Карантин файлов',
  'quarantine.none': 'Карантин пуст',
  'quarantine.none.hint': 'Сюда попадают файлы, в которых проверка нашла вирус. Открыть их не может никто.',
  'quarantine.found': 'Найдено: {name}',
  'quarantine.from': 'Отправил(а) {name}, {when}',
  'quarantine.until': 'Будет уничтожен {when}',
  'quarantine.destroyed': 'Уничтожен',
  'quarantine.release': 'Ложная тревога',
  'quarantine.release.question': 'Открыть файл «{name}»?',
  'quarantine.release.hint':
    'Его смогут скачать все, кому он отправлен. Делайте так, только если уверены, что сканер ошибся.',
  'quarantine.release.action': 'Открыть файл',
  'quarantine.released': 'Файл открыт',
  'quarantine.destroy': 'Уничтожить',
  'quarantine.destroy.question': 'Уничтожить файл «{name}»?',
  'quarantine.destroy.hint': 'Вернуть его будет нельзя. В сообщении останется пометка, что файл был заражён.',
  'quarantine.destroy.done': 'Файл уничтожен',
};
