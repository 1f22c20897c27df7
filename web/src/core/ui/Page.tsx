import type { ReactNode } from 'react';

import { goBack } from '../navigation/router';
import { useWide } from '../navigation/useWide';
import { Pane } from './Pane';
import styles from './Page.module.css';

interface Props {
  title: ReactNode;
  /** Where Back leads on a phone when the page was opened by a link. */
  up: string;
  /** On a wide screen the list beside makes Back needless, unless the page is deeper than the list. */
  deep?: boolean;
  /** Nothing inside takes focus, so the keyboard must scroll the page itself. */
  quiet?: boolean;
  after?: ReactNode;
  below?: ReactNode;
  children: ReactNode;
}

/** The content column with a readable width. */
export function Page({ title, up, deep = false, quiet = false, after, below, children }: Props) {
  const wide = useWide();
  const back = deep || !wide ? () => goBack(up) : undefined;
  return (
    <Pane
      title={title}
      onBack={back}
      after={after}
      below={below && <div className={styles.width}>{below}</div>}
      quiet={quiet}
      level={wide ? 2 : 1}
    >
      <div className={styles.width}>{children}</div>
    </Pane>
  );
}

export function PartTitle({ children, className = styles.title }: { children: ReactNode; className?: string }) {
  // On a phone the page's own title is the first heading, beside a list it is the second.
  const Heading = useWide() ? 'h3' : 'h2';
  return <Heading className={className}>{children}</Heading>;
}

/** A titled part of a page. */
export function Section({ title, hint, children }: { title?: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      {title && <PartTitle>{title}</PartTitle>}
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}

/** Facts in pairs: what is said on the left, how it stands on the right. */
export function Facts({ items }: { items: { name: ReactNode; value: ReactNode; note?: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {items.map((item, place) => (
        <div key={place} className={styles.fact}>
          <dt>{item.name}</dt>
          <dd>
            {item.value}
            {item.note && <span className={styles.note}>{item.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
