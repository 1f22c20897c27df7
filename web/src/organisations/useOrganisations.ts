import { usePages } from '../core/api/usePages';
import type { Organisation } from '../core/api/types';
import { useMe } from '../identity/session';

/** The organisations the person runs, an operator all; a class teacher, who runs none, has the own ones. */
export function useOrganisations() {
  const runs = useMe().roles.some(({ role }) => role === 'administrator' || role === 'operator');
  const pages = usePages<Organisation>(['organisations'], '/api/organisations');
  return { ...pages, items: pages.items?.filter(({ administered }) => administered || !runs) };
}
