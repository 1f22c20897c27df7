import { useEffect } from 'react';

import { useBanner } from './banners';
import { BannerCard } from './BannerCard';
import { startNotifications } from './start';

/** Runs while somebody is signed in; shows what comes over any page. */
export default function Host() {
  useEffect(startNotifications, []);
  const banner = useBanner((state) => state.banner);
  return banner === null ? null : <BannerCard key={banner.id} banner={banner} />;
}
