export default {
  'quarantine.title': 'Quarantine of files',
  'quarantine.none': 'The quarantine is empty',
  'quarantine.none.hint': 'Files in which the scan found malware come here. Nobody can open them.',
  'quarantine.found': 'Found: {name}',
  'quarantine.from': 'Sent by {name}, {when}',
  'quarantine.until': 'Will be destroyed on {when}',
  'quarantine.destroyed': 'Destroyed',
  'quarantine.release': 'False alarm',
  'quarantine.release.question': 'Open the file “{name}”?',
  'quarantine.release.hint':
    'Everybody to whom it was sent can download it. Do this only if you are sure that the scanner was wrong.',
  'quarantine.release.action': 'Open the file',
  'quarantine.released': 'The file is open',
  'quarantine.destroy': 'Destroy',
  'quarantine.destroy.question': 'Destroy the file “{name}”?',
  'quarantine.destroy.hint': 'It cannot be brought back. The message will go on saying that the file was infected.',
  'quarantine.destroy.done': 'The file is destroyed',
};
