import {
  Icon24CopyOutline,
  Icon24CrownOutline,
  Icon24GearOutline,
  Icon24LinkedOutline,
  Icon24ListCheckOutline,
} from '@vkontakte/icons';
import { Counter } from '@vkontakte/vkui';
import { lazy, useState, type ReactNode } from 'react';

import { useTexts } from '../../core/i18n/useTexts';
import type { Conversation } from '../../core/store/types';
import info from '../info/Info.module.css';
import styles from './Rules.module.css';
import { Sheet } from './Sheet';
import { texts } from './texts';
import { may } from './writing';

const SettingsSheet = lazy(() => import('./SettingsSheet'));
const AdministratorsSheet = lazy(() => import('./AdministratorsSheet'));
const QueueSheet = lazy(() => import('./QueueSheet'));
const LinksSheet = lazy(() => import('./LinksSheet'));
const CopySheet = lazy(() => import('./CopySheet'));

type Open = 'settings' | 'administrators' | 'queue' | 'links' | 'copy';

const ICONS: Record<Open, ReactNode> = {
  settings: <Icon24GearOutline aria-hidden="true" />,
  administrators: <Icon24CrownOutline aria-hidden="true" />,
  queue: <Icon24ListCheckOutline aria-hidden="true" />,
  links: <Icon24LinkedOutline aria-hidden="true" />,
  copy: <Icon24CopyOutline aria-hidden="true" />,
};

/** What those who keep order may open, and what everybody may know of it. */
export default function RulesRows({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState<Open | null>(null);
  const { settings, waiting, my_role, automatic } = conversation;
  const keeper = my_role !== 'member';
  const queued = (waiting?.held ?? 0) + (waiting?.joins ?? 0);
  const rows: [name: Open, shown: boolean][] = [
    ['settings', keeper],
    ['administrators', true],
    ['queue', keeper && (settings?.approval === true || queued > 0 || automatic === null)],
    ['links', may('invites', conversation) && automatic === null],
    ['copy', keeper || settings?.members_hidden !== true],
  ];
  const close = () => setOpen(null);
  return (
    <>
      {!keeper && <Summary conversation={conversation} />}
      {rows.map(
        ([name, shown]) =>
          shown && (
            <button key={name} type="button" className={info.line} onClick={() => setOpen(name)}>
              {ICONS[name]}
              <span>{t(`rules.${name}`)}</span>
              {name === 'queue' && queued > 0 && (
                <Counter size="s" mode="primary" appearance="accent-red">
                  {queued}
                </Counter>
              )}
            </button>
          ),
      )}
      {open !== null && (
        <Sheet title={t(`rules.${open}`)} onClose={close}>
          {open === 'settings' && <SettingsSheet conversation={conversation} />}
          {open === 'administrators' && <AdministratorsSheet conversation={conversation} />}
          {open === 'queue' && <QueueSheet conversation={conversation} />}
          {open === 'links' && <LinksSheet conversation={conversation} />}
          {open === 'copy' && (
            <CopySheet
              conversation={conversation}
              onClose={() => {
                close();
                onClose();
              }}
            />
          )}
        </Sheet>
      )}
    </>
  );
}

/** The rules of the chat in one line, for those who only follow them. */
function Summary({ conversation: { settings = {} } }: { conversation: Conversation }) {
  const t = useTexts(texts);
  const rules = [
    settings.who_writes === 'administrators' && t('rules.summary.who_writes'),
    settings.slow_mode && t('rules.summary.slow', { term: t(`rules.slow.${settings.slow_mode}`).toLowerCase() }),
    settings.approval && t('rules.summary.approval'),
    settings.forwarding_forbidden && t('rules.summary.forwarding_forbidden'),
    settings.members_hidden && t('rules.summary.members_hidden'),
  ].filter(Boolean);
  if (rules.length === 0) return null;
  return (
    <p className={styles.hint}>
      {t('rules.summary')}: {rules.join(', ')}.
    </p>
  );
}
