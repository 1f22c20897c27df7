import type { Organisation } from '../core/api/types';
import { usePages } from '../core/api/usePages';

/** The organisations one administers. */
export function usePlaces() {
  const { items, error, refetch } = usePages<Organisation>(['organisations'], '/api/organisations');
  return { places: items?.filter(({ administered }) => administered), error, refetch };
}
