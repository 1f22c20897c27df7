import { Icon24Cancel, Icon24ClockOutline } from '@vkontakte/icons';

import { useTexts } from '../../core/i18n/useTexts';
import type { Extras } from '../compose/extras';
import bar from '../compose/TargetBar.module.css';
import { termText } from './terms';
import { texts } from './texts';

/** Over the field: the next message will disappear. */
export default function LifetimeExtra({ extras, seconds }: { extras: Extras; seconds: number }) {
  const t = useTexts(texts);
  return (
    <div className={bar.bar}>
      <Icon24ClockOutline aria-hidden="true" className={bar.icon} />
      <div className={bar.excerpt} style={{ flex: 1 }}>
        {t('lifetime.on', { term: termText(seconds, t) })}
      </div>
      <button type="button" className={bar.cancel} aria-label={t('lifetime.drop')} onClick={() => extras.drop('lifetime')}>
        <Icon24Cancel aria-hidden="true" />
      </button>
    </div>
  );
}
