import { Avatar as VkAvatar, type AvatarProps } from '@vkontakte/vkui';

import { initials } from './names';

interface Props {
  /** The colour follows the id, so that one person or chat has one colour everywhere. */
  id: number;
  title: string;
  size?: number;
  online?: boolean;
}

type Gradient = NonNullable<AvatarProps['gradientColor']>;

/** Letters on a gradient; decorative, because the name always stands beside it. */
export function Avatar({ id, title, size = 48, online = false }: Props) {
  return (
    <VkAvatar size={size} initials={initials(title)} gradientColor={((id % 6) + 1) as Gradient} aria-hidden="true">
      {online && <VkAvatar.BadgeWithPreset preset="online" />}
    </VkAvatar>
  );
}
