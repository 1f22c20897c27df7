interface Props {
  activeId: number | null;
  onOpen: (conversationId: number) => void;
}

export default function ChatListPane(_: Props) {
  return null;
}
