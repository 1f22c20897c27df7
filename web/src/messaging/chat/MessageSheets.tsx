import { lazy, Suspense } from 'react';
import { ModalPage, ModalPageHeader } from '@vkontakte/vkui';

import { useT } from '../../core/i18n/useT';
import { LoadingState } from '../../core/ui/states';
import { useChatActs, type Sheet } from './context';
import { Readers } from './Readers';
import { Reacted } from './Reacted';

const EmojiPicker = lazy(() => import('../emoji/EmojiPicker'));

interface Props {
  sheet: Sheet | null;
  onClose: () => void;
}

const TITLES = { readers: 'message.readers', reacted: 'message.reacted', emoji: 'message.react' };

/** Lists that belong to one message, and the choice of a reaction. */
export function MessageSheets({ sheet, onClose }: Props) {
  const t = useT();
  const acts = useChatActs();
  if (sheet === null) return null;
  const { kind, message } = sheet;
  const title = t(TITLES[kind]);
  return (
    <ModalPage open onClose={onClose} size={420} height="min(520px, 80dvh)" header={<ModalPageHeader>{title}</ModalPageHeader>} aria-label={title}>
      {kind === 'readers' && <Readers message={message} />}
      {kind === 'reacted' && <Reacted message={message} />}
      {kind === 'emoji' && (
        <Suspense fallback={<LoadingState />}>
          <EmojiPicker
            onPick={(emoji) => {
              acts.react(message, emoji);
              onClose();
            }}
          />
        </Suspense>
      )}
    </ModalPage>
  );
}
