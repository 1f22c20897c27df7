import { Suspense } from 'react';

import { useT } from '../../core/i18n/useT';
import { Sheet } from '../../core/ui/Sheet';
import { LoadingState } from '../../core/ui/states';
import type { Sheet as Opened } from './context';
import { SHEETS } from './sheets';

interface Props {
  sheet: Opened | null;
  onClose: () => void;
}

/** Lists that belong to one message, and choices made for it. */
export function MessageSheets({ sheet, onClose }: Props) {
  const t = useT();
  if (sheet === null) return null;
  const { title, Content, fit = false } = SHEETS[sheet.kind];
  const said = t(title);
  return (
    <Sheet title={said} size={420} fit={fit} onClose={onClose}>
      <Suspense fallback={<LoadingState />}>
        <Content message={sheet.message} onClose={onClose} />
      </Suspense>
    </Sheet>
  );
}
