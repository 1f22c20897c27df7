import { idIn } from '../core/navigation/match';
import { usePath } from '../core/navigation/router';
import { ConnectPage } from './ConnectPage';
import { MinePage } from './MinePage';

/** «Подключить школу»: /settings/connect, and /settings/connect/7 for one application. */
export default function Section() {
  const id = idIn(usePath(), 2);
  return id === null ? <ConnectPage /> : <MinePage key={id} id={id} />;
}
