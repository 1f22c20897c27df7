import { Icon24Pause, Icon24Play } from '@vkontakte/icons';

import { useVoiceTexts } from './texts';
import styles from './Voice.module.css';

interface Props {
  playing: boolean;
  disabled?: boolean;
  onClick: () => void;
}

export function PlayButton({ playing, disabled = false, onClick }: Props) {
  const t = useVoiceTexts();
  return (
    <button type="button" className={styles.play} aria-label={t(playing ? 'voice.pause' : 'voice.play')} disabled={disabled} onClick={onClick}>
      {playing ? <Icon24Pause aria-hidden="true" /> : <Icon24Play aria-hidden="true" />}
    </button>
  );
}
