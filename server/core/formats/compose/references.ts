import type { ComposeFile } from '../../facts/compose.ts';
import type { FileReference } from '../../facts/document.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';
import { dirname, resolvePath } from '../../text/path.ts';

/** The files that decide what a compose file means. A path that holds a variable without a default cannot be followed. */
export function references(path: string, file: ComposeFile): readonly FileReference[] {
  const folder = dirname(path);
  const found: FileReference[] = [
    { kind: 'environment', path: resolvePath(folder, '.env'), span: { start: 0, end: 0 }, required: false },
  ];
  const add = (kind: FileReference['kind'], written: Mapped, required: boolean, base = folder): void => {
    const { text } = interpolate(written, 'dollar');
    // Git and HTTP sources lie outside every workspace.
    if (text === '' || text.includes(UNKNOWN) || /^[a-z][a-z0-9+.-]*:\/\/|^git@/.test(text)) return;
    found.push({ kind, path: resolvePath(base, text), span: written.span, required });
  };
  for (const include of file.includes) {
    for (const written of include.paths) add('include', written, true);
    for (const written of include.envFiles) add('environment', written, true);
  }
  for (const service of file.services) {
    for (const envFile of service.envFiles) add('env_file', envFile.path, envFile.required);
    if (service.extends?.file) add('extends', service.extends.file, true);
    if (service.build?.context) addDockerfile(service.build.context, service.build.dockerfile);
    else if (service.build?.dockerfile) add('dockerfile', service.build.dockerfile, true);
  }
  return found;

  function addDockerfile(context: Mapped, dockerfile: Mapped | undefined): void {
    const { text } = interpolate(context, 'dollar');
    if (text.includes(UNKNOWN) || text.includes('://')) return;
    const base = resolvePath(folder, text);
    if (dockerfile) add('dockerfile', dockerfile, true, base);
    else found.push({ kind: 'dockerfile', path: resolvePath(base, 'Dockerfile'), span: context.span, required: true });
  }
}
