import { ModalPage, ModalPageHeader } from '@vkontakte/vkui';
import { Suspense } from 'react';

import { useT } from '../../core/i18n/useT';
import { LoadingState } from '../../core/ui/states';
import type { Sheet } from './context';
import { SHEETS } from './sheets';

interface Props {
  sheet: Sheet | null;
  onClose: () => void;
}

/** Lists that belong to one message, and choices made for it. */
export function MessageSheets({ sheet, onClose }: Props) {
  const t = useT();
  if (sheet === null) return null;
  const { title, Content } = SHEETS[sheet.kind];
  const said = t(title);
  return (
    <ModalPage open onClose={onClose} size={420} height="min(520px, 80dvh)" header={<ModalPageHeader>{said}</ModalPageHeader>} aria-label={said}>
      <Suspense fallback={<LoadingState />}>
        <Content message={sheet.message} onClose={onClose} />
      </Suspense>
    </ModalPage>
  );
}
