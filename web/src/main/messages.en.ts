import core from '../core/i18n/messages.en';
import identity from '../identity/messages.en';
import messaging from '../messaging/messages.en';
import safety from '../safety/messages.en';
import shell from './shell.en';

export default { ...core, ...identity, ...safety, ...messaging, ...shell };
