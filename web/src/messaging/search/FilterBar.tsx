import { Icon16Cancel, Icon16Dropdown } from '@vkontakte/icons';
import { Popover } from '@vkontakte/vkui';
import { useState, type ReactNode, type WheelEvent } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { briefName } from '../../core/ui/names';
import { KINDS, type Chosen } from './chosen';
import styles from './FilterBar.module.css';
import { texts } from './texts';
import { useWhen } from './useWhen';
import { WhenMenu } from './WhenMenu';
import { WhoMenu } from './WhoMenu';

interface Props {
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Conditions one may add to the words, the teacher's first; scrolls sideways where space is short. */
export function FilterBar({ chosen, onChange }: Props) {
  const t = useTexts(texts);
  const when = useWhen(chosen.when);
  const set = (part: Partial<Chosen>) => onChange({ ...chosen, ...part });
  return (
    <div className={styles.bar} role="group" aria-label={t('search.filters')} onWheel={sideways}>
      <Chip on={chosen.teachers} onClick={() => set({ teachers: !chosen.teachers })}>
        {t('search.teacher')}
      </Chip>
      {chosen.author === null ? (
        <MenuChip label={t('search.who')}>
          {(close) => <WhoMenu onChoose={(author) => [set({ author }), close()]} />}
        </MenuChip>
      ) : (
        <Removable onRemove={() => set({ author: null })}>
          {t('search.who_is', { name: briefName(chosen.author) })}
        </Removable>
      )}
      {when === null ? (
        <MenuChip label={t('search.when')}>
          {(close) => <WhenMenu onChoose={(next) => [set({ when: next }), close()]} />}
        </MenuChip>
      ) : (
        <Removable onRemove={() => set({ when: null })}>{when}</Removable>
      )}
      {KINDS.map((kind) => (
        <Chip key={kind} on={chosen.kind === kind} onClick={() => set({ kind: chosen.kind === kind ? null : kind })}>
          {t(`search.${kind}`)}
        </Chip>
      ))}
      <Chip on={chosen.important} onClick={() => set({ important: !chosen.important })}>
        {t('search.important')}
      </Chip>
    </div>
  );
}

/** A mouse has one wheel. */
function sideways({ currentTarget, deltaX, deltaY }: WheelEvent<HTMLElement>) {
  if (deltaX === 0) currentTarget.scrollLeft += deltaY;
}

function Chip({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} onClick={onClick}>
      {children}
    </button>
  );
}

function Removable({ onRemove, children }: { onRemove: () => void; children: string }) {
  const t = useTexts(texts);
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed="true"
      aria-label={t('search.remove', { what: children })}
      onClick={onRemove}
    >
      {children}
      <Icon16Cancel aria-hidden="true" />
    </button>
  );
}

function MenuChip({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottom-start"
      shown={open}
      onShownChange={setOpen}
      aria-label={label}
      content={<div className={styles.menu}>{children(() => setOpen(false))}</div>}
    >
      <button type="button" className={styles.chip} aria-haspopup="dialog" aria-expanded={open}>
        {label}
        <Icon16Dropdown aria-hidden="true" />
      </button>
    </Popover>
  );
}
