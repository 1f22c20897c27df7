export default {
  'hint.quiet': '{name}: тихие часы до {when}. Сообщение придёт сразу, но без звука.',
  'hint.quiet.later': 'Отложить до {when}',
};
