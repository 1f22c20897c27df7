import { useTexts } from '../../core/i18n/useTexts';
import styles from './Folders.module.css';
import { texts } from './texts';

const ICONS = ['🏠', '🎓', '📚', '👪', '⭐', '💼', '🎨', '🎵', '⚽', '🔬', '🌍', '🧮', '🎭', '🔔', '❤️'];

/** A small picture before the folder's name, or none. */
export function IconChoice({ chosen, onChoose }: { chosen: string; onChoose: (icon: string) => void }) {
  const t = useTexts(texts);
  const known = chosen === '' || ICONS.includes(chosen) ? ICONS : [chosen, ...ICONS];
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('order.folder.icon')}</legend>
      <div className={styles.icons}>
        {['', ...known].map((icon) => (
          <button
            key={icon}
            type="button"
            className={icon === chosen ? styles.iconChosen : styles.icon}
            aria-pressed={icon === chosen}
            {...(icon === '' ? { 'aria-label': t('order.folder.icon.none') } : {})}
            onClick={() => onChoose(icon)}
          >
            {icon === '' ? '—' : icon}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
