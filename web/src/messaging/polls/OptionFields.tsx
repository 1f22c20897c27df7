import { Icon24Cancel } from '@vkontakte/icons';
import { IconButton, Input } from '@vkontakte/vkui';
import { useRef, type KeyboardEvent } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { drop, LONGEST_OPTION, MOST_OPTIONS, write } from './draft';
import type { FieldProps } from './PollComposer';
import styles from './PollComposer.module.css';
import { texts } from './texts';

/** The answers: a new line appears below the last, Enter goes to it; in a quiz one of them is marked as right. */
export function OptionFields({ draft, set }: FieldProps) {
  const t = useTexts(texts);
  const list = useRef<HTMLFieldSetElement>(null);
  const written = draft.options.filter((option) => option.text.trim() !== '').length;
  const step = (event: KeyboardEvent<HTMLElement>, place: number) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLInputElement>('input[type="text"]')[place + 1]?.focus();
  };
  return (
    <fieldset ref={list} className={styles.group}>
      <legend className={styles.legend}>
        <span>{t('poll.options')}</span>
        <span>{t('poll.option.left', { count: MOST_OPTIONS - written })}</span>
      </legend>
      {draft.options.map(({ id, text }, place) => (
        <div key={id} className={styles.option}>
          {draft.quiz && (
            <input
              type="radio"
              name="poll-right"
              checked={draft.right === id}
              disabled={text.trim() === ''}
              aria-label={t('poll.option.right', { place: place + 1 })}
              onChange={() => set({ right: id })}
            />
          )}
          <Input
            className={styles.field}
            type="text"
            value={text}
            maxLength={LONGEST_OPTION}
            slotProps={{ input: { 'aria-label': t('poll.option', { place: place + 1 }) } }}
            placeholder={t('poll.option.hint')}
            onChange={(event) => set(write(draft, id, event.target.value))}
            onKeyDown={(event) => step(event, place)}
          />
          <IconButton label={t('poll.option.drop', { place: place + 1 })} disabled={text === '' && draft.options.length <= 2} onClick={() => set(drop(draft, id))}>
            <Icon24Cancel />
          </IconButton>
        </div>
      ))}
    </fieldset>
  );
}
