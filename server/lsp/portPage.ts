import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { asPort } from '../../registry/port.ts';
import type { Registry } from '../../registry/registry.ts';
import { markdownPage, relativePath, type Snapshot, workspacePlaces } from '../core/analysis.ts';
import { PORT_PAGE, type PortPageParams, type PortPageResult } from '../protocol.ts';
import type { Model } from './model.ts';

export function servePortPages(connection: Connection, registry: Registry, model: Model): void {
  connection.onRequest(PORT_PAGE, (params: PortPageParams): PortPageResult => {
    const port = asPort(params.port);
    if (port === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `${params.port} is no port`);
    const snapshot = model.snapshot();
    const places = workspacePlaces(snapshot, port, ({ path, span }) => {
      const line = snapshot.facts(path)?.lines.position(span.start).line;
      return line === undefined ? undefined : linkTo(path, line + 1, snapshot);
    });
    return { markdown: markdownPage(registry, port, undefined, places) };
  });
}

/**
 * The Markdown preview follows no `file:` links. A path from `/` it reads as one from the first workspace folder, on
 * whatever disk or host that lies; the other folders are reached from there.
 */
function linkTo(path: string, line: number, { roots }: Snapshot): string | undefined {
  const [first] = roots;
  if (first === undefined) return undefined;
  const relative = relativePath(first, path);
  // On another drive.
  if (relative === path) return undefined;
  return `/${relative.split('/').map(encodeURIComponent).join('/')}#L${line}`;
}
