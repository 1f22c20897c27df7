interface Props {
  conversationId: number;
  onBack: () => void;
}

export default function ChatPane(_: Props) {
  return null;
}
