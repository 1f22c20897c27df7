import { useTexts } from '../../core/i18n/useTexts';
import { Markdown } from '../../identity/documents/Markdown';
import styles from './Regions.module.css';
import type { GuideLink } from './server';
import { texts } from './texts';

// Right below the title of the page there is one level of headings.
const LOWER = /^#{2,4}(?=\s)/gm;

/** A guide as teachers read it; its links lead out of Parta, and tell nobody where from. */
export function GuideText({ body, links }: { body: string; links: readonly GuideLink[] }) {
  const t = useTexts(texts);
  return (
    <>
      {body.trim() !== '' && <Markdown text={body.replace(LOWER, '#')} />}
      {links.length > 0 && (
        <ul className={styles.links} aria-label={t('regions.links')}>
          {links.map(({ title, url }, place) => (
            <li key={place}>
              <a href={url} target="_blank" rel="noopener noreferrer" aria-label={t('regions.new_tab', { title })}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
