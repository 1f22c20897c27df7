import { Suspense } from 'react';

import { useT } from '../../core/i18n/useT';
import { Floating } from '../chat/Floating';
import menu from '../chat/MessageMenu.module.css';
import { isTouch } from '../chat/useSummon';
import { usePlusItems, type PlusContext } from './plus';

interface Props {
  context: PlusContext;
  at: { x: number; y: number };
  onClose: () => void;
}

/** What may be added to the conversation. */
export default function PlusMenu({ context, at, onClose }: Props) {
  const t = useT();
  return (
    <Suspense>
      <Floating at={isTouch() ? null : at} label={t('compose.attach')} onClose={onClose}>
        <Items context={context} onClose={onClose} />
      </Floating>
    </Suspense>
  );
}

function Items({ context, onClose }: { context: PlusContext; onClose: () => void }) {
  return usePlusItems(context).map(({ id, text, Icon, act }) => (
    <button
      key={id}
      type="button"
      role="menuitem"
      className={menu.item}
      onClick={() => {
        onClose();
        act();
      }}
    >
      <Icon width={24} height={24} aria-hidden="true" />
      {text}
    </button>
  ));
}
