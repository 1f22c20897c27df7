export default {
  'pins.pin': 'Pin',
  'pins.unpin': 'Unpin',
  'pins.pinned': 'Pinned message',
  'pins.pinned.many': 'Pinned message {at} of {all}',
  'pins.jump': 'Go to:',
  'pins.list': 'All pinned',
  'pins.title': 'Pinned messages',
  'pins.empty': 'Nothing is pinned',
  'pins.ask': 'Pin the message for everyone?',
  'pins.ask.text': 'Every member will see it at the top of the chat.',
  'pins.unpin.ask': 'Unpin the message for everyone?',
};
