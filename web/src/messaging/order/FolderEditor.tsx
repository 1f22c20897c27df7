import { Icon24DeleteOutline } from '@vkontakte/icons';
import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useExplain } from '../../core/i18n/useT';
import { useTexts } from '../../core/i18n/useTexts';
import type { ChatKind, Folder, FolderRules } from '../../core/store/types';
import { confirm, toast } from '../../core/ui/dialogs';
import { ChatChoice } from './ChatChoice';
import styles from './Folders.module.css';
import { IconChoice } from './IconChoice';
import { keepFolder, removeFolder } from './keepFolders';
import { texts } from './texts';
import { showTab } from './view';

const KINDS: readonly ChatKind[] = ['classes', 'subjects', 'parents', 'work', 'direct', 'groups'];
const RULES = ['unread_only', 'without_muted', 'without_archived'] as const;

const empty = (chatId: number | null): FolderRules => ({
  ...{ name: '', icon: '', chat_ids: chatId === null ? [] : [chatId], without_ids: [], kinds: [] },
  ...{ unread_only: false, without_muted: false, without_archived: true },
});

interface Props {
  folder: Folder | null;
  chatId: number | null;
  onDone: () => void;
}

/** A folder's name and picture, the chats it takes by their sort, and those chosen one by one. */
export function FolderEditor({ folder, chatId, onDone }: Props) {
  const t = useTexts(texts);
  const { rules, set, ready, busy, save, remove } = useEditing(folder, chatId, onDone);
  return (
    <form className={styles.form} onSubmit={save}>
      <FormItem top={t('order.folder.name')} htmlFor="folder-name">
        <Input id="folder-name" value={rules.name} maxLength={40} autoFocus={folder === null} onChange={(event) => set({ name: event.target.value })} />
      </FormItem>
      <IconChoice chosen={rules.icon} onChoose={(icon) => set({ icon })} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('order.folder.kinds')}</legend>
        {KINDS.map((kind) => (
          <Tick
            key={kind}
            label={t(`order.kind.${kind}`)}
            checked={rules.kinds.includes(kind)}
            onChange={(on) => set({ kinds: on ? [...rules.kinds, kind] : rules.kinds.filter((one) => one !== kind) })}
          />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('order.folder.rules')}</legend>
        {RULES.map((rule) => (
          <Tick key={rule} label={t(`order.folder.${rule}`)} checked={rules[rule]} onChange={(on) => set({ [rule]: on })} />
        ))}
        <p className={styles.hint}>{t('order.folder.rules.hint')}</p>
      </fieldset>
      <ChatChoice chosen={rules.chat_ids} onChange={(chat_ids) => set({ chat_ids })} />
      {folder !== null && (
        <button type="button" className={styles.remove} onClick={() => void remove()}>
          <Icon24DeleteOutline aria-hidden="true" />
          {t('order.folder.remove')}
        </button>
      )}
      <div className={styles.save}>
        {!ready && rules.name.trim() !== '' && <p className={styles.hint}>{t('order.folder.empty')}</p>}
        <Button type="submit" size="l" stretched disabled={!ready} loading={busy}>
          {t(folder === null ? 'order.folder.create' : 'order.folder.save')}
        </Button>
      </div>
    </form>
  );
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

function useEditing(folder: Folder | null, chatId: number | null, onDone: () => void) {
  const t = useTexts(texts);
  const explain = useExplain();
  const [rules, setRules] = useState<FolderRules>(() => folder ?? empty(chatId));
  const [busy, setBusy] = useState(false);
  const ready = rules.name.trim() !== '' && (rules.chat_ids.length > 0 || rules.kinds.length > 0);
  const told = (error: unknown) => toast(explain(error), { failed: true });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    keepFolder(folder?.id ?? null, rules)
      .then((kept) => {
        if (folder === null) showTab(String(kept.id));
        onDone();
      }, told)
      .finally(() => setBusy(false));
  };
  const remove = async () => {
    if (folder === null) return;
    const question = { title: t('order.folder.remove.ask', { name: folder.name }), text: t('order.folder.remove.text') };
    if (!(await confirm({ ...question, action: t('action.delete'), destructive: true }))) return;
    await removeFolder(folder.id).then(onDone, told);
  };
  return { rules, set: (change: Partial<FolderRules>) => setRules((was) => ({ ...was, ...change })), ready, busy, save, remove };
}
