import { Button, Checkbox, FormItem, NativeSelect, Textarea } from '@vkontakte/vkui';
import { useState } from 'react';

import { queries } from '../core/api/query';
import { useExplain } from '../core/i18n/useT';
import { useTexts } from '../core/i18n/useTexts';
import { confirm, toast } from '../core/ui/dialogs';
import { Section } from '../core/ui/Page';
import { useMe } from '../identity/session';
import decision from './Decision.module.css';
import styles from './Moderation.module.css';
import { casesChanged, decide, type Case, type MeasureKind } from './server';
import { texts } from './texts';

const LASTING = new Set<MeasureKind>(['write_ban', 'wide_write_ban', 'suspend']);
const EXPLAINED = new Set<MeasureKind>(['hide', 'delete', 'wide_write_ban', 'remove', 'suspend']);
const TERMS = ['3600', '86400', '604800', '2592000', 'forever'];
const USUAL = '86400';

/** One measure excludes another: a deleted message is not hidden. */
const EITHER: Partial<Record<MeasureKind, MeasureKind>> = { hide: 'delete', delete: 'hide' };

type Chosen = Partial<Record<MeasureKind, string>>;

/** What to do, why, and what those who complained are told. */
export function DecisionForm({ case: one }: { case: Case }) {
  const t = useTexts(texts);
  const explain = useExplain();
  const me = useMe();
  const [chosen, setChosen] = useState<Chosen>({});
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState('');
  const [busy, setBusy] = useState(false);
  const kinds = one.fitting.filter((kind) => chosen[kind] !== undefined);
  const foreign = one.taken_by !== null && one.taken_by.id !== me.id;
  const end = async (acting: boolean) => {
    const agreed = await confirm(
      acting
        ? { title: t('case.act.ask'), text: kinds.map((kind) => t(`measure.${kind}`)).join(', '), action: t('case.act'), destructive: true }
        : { title: t('case.dismiss.ask'), text: t('case.dismiss.text'), action: t('case.dismiss') },
    );
    if (!agreed) return;
    setBusy(true);
    const measures = acting ? kinds.map((kind) => ({ kind, seconds: secondsOf(kind, chosen[kind]) })) : [];
    try {
      queries.setQueryData(['report-cases', 'case', one.id], await decide(one.id, { measures, reason: acting ? reason : '', answer }));
      toast(t('case.decided'));
    } catch (error) {
      toast(explain(error), { failed: true });
    } finally {
      casesChanged();
      setBusy(false);
    }
  };
  return (
    <Section title={t('case.decision')} hint={t('case.decision.hint')}>
      {one.fitting.length > 0 && <Choices kinds={one.fitting} chosen={chosen} onChange={setChosen} />}
      {kinds.length > 0 && (
        <FormItem top={t('case.reason')} bottom={t('case.reason.hint')} htmlFor="case-reason" noPadding className={decision.field}>
          <Textarea id="case-reason" value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
        </FormItem>
      )}
      <FormItem top={t('case.answer')} bottom={t('case.answer.hint')} htmlFor="case-answer" noPadding className={decision.field}>
        <Textarea id="case-answer" value={answer} maxLength={1000} onChange={(event) => setAnswer(event.target.value)} />
      </FormItem>
      <div className={styles.deeds}>
        {kinds.length > 0 ? (
          <Button size="l" appearance="negative" disabled={foreign || reason.trim() === ''} loading={busy} onClick={() => void end(true)}>
            {t('case.act')}
          </Button>
        ) : (
          <Button size="l" mode="secondary" disabled={foreign} loading={busy} onClick={() => void end(false)}>
            {t('case.dismiss')}
          </Button>
        )}
      </div>
    </Section>
  );
}

const secondsOf = (kind: MeasureKind, term: string | undefined): number | null =>
  LASTING.has(kind) && term !== undefined && term !== 'forever' ? Number(term) : null;

function Choices({ kinds, chosen, onChange }: { kinds: MeasureKind[]; chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const t = useTexts(texts);
  const toggle = (kind: MeasureKind, on: boolean) => {
    const other = EITHER[kind];
    const next = { ...chosen };
    delete next[kind];
    if (on && other) delete next[other];
    onChange(on ? { ...next, [kind]: USUAL } : next);
  };
  return (
    <div role="group" aria-label={t('case.choose')} className={decision.choices}>
      {kinds.map((kind) => (
        <div key={kind} className={decision.choice}>
          <Checkbox
            noPadding
            hoverMode="none"
            activeMode="none"
            checked={chosen[kind] !== undefined}
            description={EXPLAINED.has(kind) ? t(`measure.${kind}.hint`) : undefined}
            onChange={(event) => toggle(kind, event.target.checked)}
          >
            {t(`measure.${kind}`)}
          </Checkbox>
          {LASTING.has(kind) && chosen[kind] !== undefined && (
            <NativeSelect
              slotProps={{ select: { 'aria-label': t('case.term', { what: t(`measure.${kind}`) }) } }}
              value={chosen[kind]}
              onChange={(event) => onChange({ ...chosen, [kind]: event.target.value })}
            >
              {TERMS.map((term) => (
                <option key={term} value={term}>
                  {t(`case.term.${term}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </div>
      ))}
    </div>
  );
}
