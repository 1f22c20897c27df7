import EmojiPicker from '../emoji/EmojiPicker';
import { useChatActs } from './context';
import type { SheetProps } from './sheets';

/** The choice of any reaction. */
export default function ReactSheet({ message, onClose }: SheetProps) {
  const acts = useChatActs();
  return (
    <EmojiPicker
      onPick={(emoji) => {
        acts.react(message, emoji);
        onClose();
      }}
    />
  );
}
