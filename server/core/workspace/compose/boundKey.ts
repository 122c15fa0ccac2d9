import type { ProjectPort } from './composeProject.ts';

/** Equal where Compose takes the addresses of two mappings for one: it fills in 0.0.0.0 where none is written. */
export function boundKey({ mapping: { binding } }: Pick<ProjectPort, 'mapping'>): string {
  const { address } = binding;
  return address.kind === 'any' && address.family !== 6 ? '0.0.0.0' : JSON.stringify(address);
}
