export default {
  'important.title': 'Important messages',
  'important.mark': 'Mark as important',
  'important.unmark': 'Remove from important',
  'important.empty': 'Important messages will be here',
  'important.empty.hint': 'Star a message and find it here on any of your devices. Only you see it.',
  'important.open': 'Open in the chat:',
};
