import { Button, Checkbox, FormItem, FormLayoutGroup, Input } from '@vkontakte/vkui';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { useExplain } from '../../core/i18n/useT';
import type { Conversation } from '../../core/store/types';
import { Sheet } from '../../core/ui/Sheet';
import { toast } from '../../core/ui/dialogs';
import { ErrorState, LoadingState } from '../../core/ui/states';
import { Choices } from './Choices';
import { ExportItem } from './ExportItem';
import { askExport, listExports, type Export } from './server';
import { texts } from './texts';
import styles from './Time.module.css';
import { useZone } from './When';
import { momentOf } from './zone';

const LOOK_EVERY = 2000;

/** A copy of the chat to carry away: what it shall be, how far it is, and the door to it. */
export default function ExportSheet({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useTexts(texts);
  const { id } = conversation;
  const list = useQuery({
    queryKey: ['exports', id],
    queryFn: () => listExports(id),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.items.some(isRunning) ? LOOK_EVERY : false),
  });
  const exports = list.data?.items ?? [];
  const title = t('export.item');
  return (
    <Sheet title={title} fit onClose={onClose}>
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && !exports.some(isRunning) && <Wish conversationId={id} onAsked={() => void list.refetch()} />}
      {exports.length > 0 && <h3 className={styles.heading}>{t('export.mine')}</h3>}
      <ul className={styles.list} aria-label={t('export.mine')}>
        {exports.map((one) => (
          <ExportItem key={one.id} item={one} onGone={() => void list.refetch()} />
        ))}
      </ul>
    </Sheet>
  );
}

const isRunning = ({ state }: Export): boolean => state === 'waiting' || state === 'running';

function Wish({ conversationId, onAsked }: { conversationId: number; onAsked: () => void }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const zone = useZone();
  const [format, setFormat] = useState<Export['format']>('html');
  const [files, setFiles] = useState(true);
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [busy, setBusy] = useState(false);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const from = momentOf(`${since}T00:00`, zone)?.toISOString() ?? null;
    const to = momentOf(`${until}T23:59`, zone)?.toISOString() ?? null;
    askExport(conversationId, { format, files, since: from, until: to })
      .then(onAsked, (reason: unknown) => toast(explain(reason), { failed: true }))
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={ask}>
      <Choices
        label={t('export.format')}
        choices={(['html', 'json'] as const).map((one) => ({ id: one, text: t(`export.${one}`) }))}
        chosen={format}
        onChoose={(one) => setFormat(one === 'json' ? 'json' : 'html')}
      />
      <Checkbox checked={files} onChange={(event) => setFiles(event.target.checked)}>
        {t('export.files')}
      </Checkbox>
      <FormLayoutGroup mode="horizontal">
        <FormItem top={t('export.since')} htmlFor="export-since">
          <Input id="export-since" type="date" value={since} onChange={(event) => setSince(event.target.value)} />
        </FormItem>
        <FormItem top={t('export.until')} htmlFor="export-until">
          <Input id="export-until" type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </FormItem>
      </FormLayoutGroup>
      <p className={styles.hint}>{t('export.hint')}</p>
      <div className={styles.foot}>
        <Button type="submit" size="l" stretched loading={busy}>
          {t('export.start')}
        </Button>
      </div>
    </form>
  );
}
