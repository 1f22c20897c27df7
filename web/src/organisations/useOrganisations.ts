import { usePages } from '../core/api/usePages';
import type { Organisation } from '../core/api/types';

/** The organisations the person runs; an operator runs all. */
export function useOrganisations() {
  const pages = usePages<Organisation>(['organisations'], '/api/organisations');
  return { ...pages, items: pages.items?.filter(({ administered }) => administered) };
}
