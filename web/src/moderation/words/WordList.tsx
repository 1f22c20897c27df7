import { useQuery } from '@tanstack/react-query';
import { Icon24DeleteOutline } from '@vkontakte/icons';
import { Button, FormItem, IconButton, Input, NativeSelect } from '@vkontakte/vkui';
import { useState } from 'react';

import { usePages } from '../../core/api/usePages';
import { queries } from '../../core/api/query';
import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import { confirm, toast } from '../../core/ui/dialogs';
import { Section } from '../../core/ui/Page';
import { PagedList } from '../../core/ui/PagedList';
import { EmptyState, ErrorState, LoadingState } from '../../core/ui/states';
import { Switchable } from '../../core/ui/Switchable';
import { ListAsText } from './ListAsText';
import { ACTS, addWord, changeWhose, readWhose, removeWord, wordsChanged, wordsPath, type Act, type WatchedWord } from './server';
import { texts } from './texts';
import { TryWords } from './TryWords';
import styles from './Words.module.css';

/** The words of one organisation: added one by one, tried, loaded and saved as a text. */
export function WordList({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  return (
    <>
      <Section title={t('words.list')} hint={t('words.hint')}>
        <AddWord organisation={organisation} />
        <Words organisation={organisation} />
      </Section>
      <Whose organisation={organisation} />
      <TryWords organisation={organisation} />
      <ListAsText organisation={organisation} />
    </>
  );
}

function AddWord({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [phrase, setPhrase] = useState('');
  const [act, setAct] = useState<Act>('hold');
  const add = async () => {
    try {
      await addWord(organisation, phrase, act);
      setPhrase('');
      toast(t('words.added'));
      await wordsChanged();
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  return (
    <form
      className={styles.adding}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <FormItem top={t('words.phrase')} htmlFor="words-phrase" noPadding className={styles.phrase}>
        <Input id="words-phrase" value={phrase} maxLength={80} autoComplete="off" onChange={(event) => setPhrase(event.target.value)} />
      </FormItem>
      <FormItem top={t('words.act')} htmlFor="words-act" noPadding className={styles.act}>
        <NativeSelect id="words-act" value={act} onChange={(event) => setAct(event.target.value as Act)}>
          {ACTS.map((one) => (
            <option key={one} value={one}>
              {t(`words.act.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      <Button type="submit" size="l" disabled={phrase.trim() === ''}>
        {t('words.add')}
      </Button>
    </form>
  );
}

function Words({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const pages = usePages<WatchedWord>(['watched-words', organisation], wordsPath(organisation));
  const { items, error } = pages;
  if (error && !items) return <ErrorState error={error} onRetry={() => void pages.refetch()} />;
  if (!items) return <LoadingState />;
  if (items.length === 0) return <EmptyState title={t('words.empty')}>{t('words.empty.hint')}</EmptyState>;
  return (
    <PagedList
      label={t('words.list')}
      items={items}
      idOf={({ id }) => id}
      hasNext={pages.hasNextPage}
      busy={pages.isFetchingNextPage}
      onMore={() => void pages.fetchNextPage()}
      row={(word) => <Word organisation={organisation} word={word} />}
    />
  );
}

function Word({ organisation, word }: { organisation: number; word: WatchedWord }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const { phrase } = word;
  const remove = async () => {
    const agreed = await confirm({ title: t('words.remove.ask', { phrase }), action: t('words.remove.do'), destructive: true });
    if (!agreed) return;
    await removeWord(organisation, word.id).catch((error: unknown) => toast(explain(error), { failed: true }));
    await wordsChanged();
  };
  return (
    <div className={styles.word}>
      <span className={styles.said}>{phrase}</span>
      <span className={styles.done}>{t(`words.act.${word.act}`)}</span>
      <IconButton label={t('words.remove', { phrase })} onClick={() => void remove()}>
        <Icon24DeleteOutline />
      </IconButton>
    </div>
  );
}

function Whose({ organisation }: { organisation: number }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const key = ['watched-words', 'whose', organisation];
  const { data } = useQuery({ queryKey: key, queryFn: () => readWhose(organisation) });
  const change = async (all: boolean) => {
    const whose = all ? 'all' : 'pupils';
    try {
      await changeWhose(organisation, whose);
      queries.setQueryData(key, { whose });
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  return (
    <Section title={t('words.whose')} hint={t('words.where')}>
      <Switchable
        title={t('words.whose.all')}
        hint={t('words.whose.all.hint')}
        checked={data?.whose === 'all'}
        disabled={!data}
        onChange={(on) => void change(on)}
      />
    </Section>
  );
}
