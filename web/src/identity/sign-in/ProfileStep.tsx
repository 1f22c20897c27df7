import { Button, FormItem, Input } from '@vkontakte/vkui';
import { useState, type FormEvent } from 'react';

import type { DocumentName } from '../../core/api/types';
import { useExplain, useT } from '../../core/i18n/useT';
import { AgreeList } from './AgreeList';
import type { Asking, FullName } from './useSignIn';

const FIELDS = [
  ['family_name', 'family-name'],
  ['given_name', 'given-name'],
  ['patronymic', 'additional-name'],
] as const;

const NOBODY: FullName = { family_name: '', given_name: '', patronymic: '' };

/** For somebody no school has listed: the full name, and the documents on the same page. */
export function ProfileStep({ signIn, onRead }: { signIn: Asking; onRead: (name: DocumentName) => void }) {
  const t = useT();
  const explain = useExplain();
  const { flow, introduce } = signIn;
  const [name, setName] = useState(flow.profile ?? NOBODY);
  const [agreed, setAgreed] = useState(flow.documents.length === 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void introduce(name);
  };
  return (
    <form onSubmit={submit}>
      {FIELDS.map(([field, autoComplete]) => (
        <FormItem key={field} top={t(`sign_in.profile.${field}`)} htmlFor={field} style={{ paddingInline: 0 }}>
          <Input
            id={field}
            autoComplete={autoComplete}
            maxLength={60}
            required={field !== 'patronymic'}
            value={name[field]}
            onChange={(event) => setName({ ...name, [field]: event.target.value })}
          />
        </FormItem>
      ))}
      <AgreeList
        documents={flow.documents}
        onRead={onRead}
        onAgreed={setAgreed}
        error={flow.error ? explain(flow.error) : null}
      />
      <Button
        type="submit"
        size="l"
        stretched
        loading={flow.busy}
        disabled={!agreed || !name.family_name.trim() || !name.given_name.trim()}
        style={{ marginTop: 20 }}
      >
        {t('sign_in.profile.action')}
      </Button>
    </form>
  );
}
