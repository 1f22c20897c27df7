import { Icon56Users3Outline } from '@vkontakte/icons';
import { Button } from '@vkontakte/vkui';
import { Fragment, lazy } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import { navigate } from '../../core/navigation/router';
import { displayName } from '../../core/ui/names';
import { Page } from '../../core/ui/Page';
import { EmptyState } from '../../core/ui/states';
import { useMe } from '../../identity/session';
import FamilyCard from './FamilyCard';
import styles from './Invites.module.css';
import { texts } from './texts';

const ChildConsentCard = lazy(() => import('../../personal_data/ChildConsentCard'));

/** One's own family: a pupil's guardians, a parent's children with theirs. */
export default function FamilyPage() {
  const t = useTexts(texts);
  const me = useMe();
  const isPupil = me.roles.some(({ role }) => role === 'pupil');
  const code = (
    <Button size="m" mode="secondary" onClick={() => navigate('/join-school')}>
      {t('family.code')}
    </Button>
  );
  if (!isPupil && me.children.length === 0) {
    return (
      <Page title={t('family.title')} up="/settings">
        <EmptyState icon={<Icon56Users3Outline />} title={t('family.nobody')} action={code}>
          {t('family.nobody.hint')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('family.title')} up="/settings">
      {isPupil && <FamilyCard childId={me.id} />}
      {me.children.map((child) => (
        <Fragment key={child.id}>
          <FamilyCard childId={child.id} title={t('family.child', { name: displayName(child) })} />
          <ChildConsentCard childId={child.id} />
        </Fragment>
      ))}
      <div className={`${styles.buttons} ${styles.foot}`}>{code}</div>
    </Page>
  );
}
