import { Avatar as VkAvatar, type AvatarProps } from '@vkontakte/vkui';

import { initials } from './names';

interface Props {
  /** The colour follows the id, so that one person or chat has one colour everywhere. */
  id: number;
  title: string;
  size?: number;
  online?: boolean;
  /** The version of a person's photograph; 0 for none. */
  portrait?: number;
}

type Gradient = NonNullable<AvatarProps['gradientColor']>;

/** A photograph, or letters on a gradient; decorative, because the name always stands beside it. */
export function Avatar({ id, title, size = 48, online = false, portrait = 0 }: Props) {
  return (
    <VkAvatar
      key={portrait}
      src={portrait > 0 ? `/api/people/${id}/portraits/${portrait}${size > 80 ? '?size=large' : ''}` : undefined}
      size={size}
      initials={initials(title)}
      gradientColor={((id % 6) + 1) as Gradient}
      aria-hidden="true"
    >
      {online && <VkAvatar.BadgeWithPreset preset="online" />}
    </VkAvatar>
  );
}
