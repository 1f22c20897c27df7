import core from '../core/i18n/messages.ru';
import identity from '../identity/messages.ru';
import messaging from '../messaging/messages.ru';
import safety from '../safety/messages.ru';
import shell from './shell.ru';

export default { ...core, ...identity, ...safety, ...messaging, ...shell };
