export default {
  'title': 'Photograph',
  'remove': 'Remove the photograph',
  'remove.of': 'Remove the photograph of {name}',
  'why': 'Reason (kept in the log)',
  'removed': 'The photograph is removed',
  'cancel': 'Cancel',
};
