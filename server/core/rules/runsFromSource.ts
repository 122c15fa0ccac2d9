import type { ProjectService } from '../workspace/compose/composeProject.ts';

/** True where the folder of the project itself is mounted, so that what runs is what is being edited. */
export function runsFromSource({ declarations }: ProjectService): boolean {
  return declarations.some(({ service: { binds } }) => binds.some(({ source }) => /^\.{1,2}\/?$/.test(source.text)));
}
