import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { asPort } from '../../../registry/port.ts';
import { markdownPage, relativePath, workspacePlaces } from '../../core/analysis.ts';
import { PORT_PAGE, type PortPageParams, type PortPageResult } from '../../protocol.ts';
import type { Feature } from './feature.ts';

export const portPages: Feature = {
  serve({ connection, registry, model }) {
    connection.onRequest(PORT_PAGE, (params: PortPageParams): PortPageResult => {
      const port = asPort(params.port);
      if (port === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `${params.port} is no port`);
      const snapshot = model.snapshot();
      const [first] = model.folders();
      const places = workspacePlaces(snapshot, port, ({ path, span }) => {
        const line = snapshot.facts(path)?.lines.position(span.start).line;
        return line === undefined || first === undefined ? undefined : linkTo(path, line + 1, first.path);
      });
      // Relative to `portolan:/1640.md`.
      return { markdown: markdownPage(registry, port, undefined, { places, pageLink: other => `${other}.md` }) };
    });
  },
};

/**
 * The Markdown preview follows no `file:` links. A path from `/` it takes as one from the first workspace folder, on
 * whatever disk or host that lies; the other folders are reached from there.
 */
function linkTo(path: string, line: number, folder: string): string | undefined {
  const relative = relativePath(folder, path);
  // On another drive or host.
  if (relative === path) return undefined;
  return `/${relative.split('/').map(encodeURIComponent).join('/')}#L${line}`;
}
