import { Button, FormItem, Input, NativeSelect } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { confirm, toast } from '../core/ui/dialogs';
import { fullName } from '../core/ui/names';
import styles from './PersonalData.module.css';
import { notePaper, type ConsentPaper, type RegisterLine } from './server';
import { texts } from './texts';

interface Props {
  line: RegisterLine;
  organisation: number;
  onNoted: () => void;
  onClose: () => void;
}

const WHAT = ['consent', 'withdrawal'] as const;
const DOCUMENTS = ['form', 'statement', 'letter', 'other'] as const;

/** A consent or its withdrawal that came on paper: what it is, who signed it and when. A withdrawal is asked about twice. */
export function NotePaper({ line, organisation, onNoted, onClose }: Props) {
  const t = useTexts(texts);
  const explain = useExplain();
  const pupil = line.roles.includes('pupil');
  const [paper, setPaper] = useState<ConsentPaper>({
    what: 'consent',
    document: 'form',
    signed_by: pupil ? '' : fullName(line),
    signed_on: '',
    remark: '',
  });
  const [busy, setBusy] = useState(false);
  const change = (some: Partial<ConsentPaper>) => setPaper((before) => ({ ...before, ...some }));
  const id = `note-${line.person_id}`;
  const withdrawal = paper.what === 'withdrawal';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const sure = { title: t('register.withdraw.ask', { name: fullName(line) }), text: t('register.withdraw.text') };
    if (withdrawal && !(await confirm({ ...sure, action: t('register.note.save'), destructive: true }))) return;
    setBusy(true);
    try {
      await notePaper(organisation, line.person_id, paper);
      toast(t(withdrawal ? 'register.withdrawal.noted' : 'register.noted'));
      onClose();
      onNoted();
    } catch (error) {
      toast(explain(error), { failed: true });
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void save(event)} className={styles.fields}>
      <FormItem top={t('register.note.what')} htmlFor={`${id}-what`} noPadding>
        <NativeSelect id={`${id}-what`} value={paper.what} onChange={(event) => change({ what: event.target.value as ConsentPaper['what'] })}>
          {WHAT.map((what) => (
            <option key={what} value={what}>
              {t(`register.what.${what}`)}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      <FormItem top={t('register.note.document')} htmlFor={`${id}-document`} noPadding>
        <NativeSelect
          id={`${id}-document`}
          value={paper.document}
          onChange={(event) => change({ document: event.target.value as ConsentPaper['document'] })}
        >
          {DOCUMENTS.map((document) => (
            <option key={document} value={document}>
              {t(`register.document.${document}`)}
            </option>
          ))}
        </NativeSelect>
      </FormItem>
      <FormItem top={t('register.note.who')} bottom={pupil ? t('register.note.guardian') : undefined} htmlFor={`${id}-who`} noPadding>
        <Input id={`${id}-who`} required maxLength={200} value={paper.signed_by} onChange={(event) => change({ signed_by: event.target.value })} />
      </FormItem>
      <FormItem top={t('register.note.when')} htmlFor={`${id}-when`} noPadding>
        <Input id={`${id}-when`} type="date" required value={paper.signed_on} onChange={(event) => change({ signed_on: event.target.value })} />
      </FormItem>
      <FormItem top={t('register.note.remark')} htmlFor={`${id}-remark`} noPadding>
        <Input id={`${id}-remark`} maxLength={500} value={paper.remark} onChange={(event) => change({ remark: event.target.value })} />
      </FormItem>
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="m"
          appearance={withdrawal ? 'negative' : 'accent'}
          loading={busy}
          disabled={!paper.signed_by.trim() || !paper.signed_on}
        >
          {t('register.note.save')}
        </Button>
        <Button size="m" mode="tertiary" disabled={busy} onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
