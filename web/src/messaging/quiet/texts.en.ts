export default {
  'hint.quiet': '{name}: quiet hours until {when}. The message arrives at once, but without a sound.',
  'hint.quiet.later': 'Send at {when}',
};
