import { asPort, type Port } from '../../registry/port.ts';
import type { Registry } from '../../registry/registry.ts';

export type First = 'assigned' | 'used' | 'likely' | 'search' | 'misspelt';

const PORT: Port = asPort(5432) as Port;

/** What is asked of a registry that nothing was asked before. */
export const FIRSTS: Readonly<Record<First, (registry: Registry) => unknown>> = {
  assigned: registry => registry.assigned(PORT),
  used: registry => registry.used(PORT),
  likely: registry => registry.likely(PORT, { image: 'postgres', names: ['db'], variables: ['DB_PORT'] }),
  search: registry => registry.search('postg', 20),
  misspelt: registry => registry.search('postgers', 20),
};
