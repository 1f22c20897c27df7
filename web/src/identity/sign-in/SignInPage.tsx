import { useState } from 'react';

import { useT } from '../../core/i18n/useT';
import type { DocumentName } from '../../core/api/types';
import { DocumentDoor } from '../documents/DocumentDoor';
import { Door } from '../Door';
import { CodeStep } from './CodeStep';
import { ConsentsStep } from './ConsentsStep';
import { ContactStep } from './ContactStep';
import { DoorLinks } from './DoorLinks';
import { ProfileStep } from './ProfileStep';
import { useSignIn } from './useSignIn';

/** «Телефон или почта» → code → what is still missing; documents open over any step and give it back untouched. */
export default function SignInPage() {
  const t = useT();
  const signIn = useSignIn();
  const [reading, setReading] = useState<DocumentName | null>(null);
  const { step, code } = signIn.flow;
  if (reading) return <DocumentDoor name={reading} onBack={() => setReading(null)} />;
  const hint =
    step === 'code' ? t('sign_in.code.hint', { to: code?.masked, kind: code?.kind }) : t(`sign_in.${step}.hint`);
  return (
    <Door title={t(`sign_in.${step}`)} hint={hint} foot={<DoorLinks onRead={setReading} />}>
      {step === 'contact' && <ContactStep signIn={signIn} onRead={setReading} />}
      {step === 'code' && <CodeStep signIn={signIn} />}
      {step === 'profile' && <ProfileStep signIn={signIn} onRead={setReading} />}
      {step === 'consents' && <ConsentsStep signIn={signIn} onRead={setReading} />}
    </Door>
  );
}
