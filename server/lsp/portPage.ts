import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { asPort } from '../../registry/port.ts';
import type { Registry } from '../../registry/registry.ts';
import { explainPort, explanationMarkdown } from '../core/analysis.ts';
import { PORT_PAGE, type PortPageParams, type PortPageResult } from '../protocol.ts';

export function servePortPages(connection: Connection, registry: Registry): void {
  connection.onRequest(PORT_PAGE, (params: PortPageParams): PortPageResult => {
    const port = asPort(params.port);
    if (port === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `${params.port} is no port`);
    return { markdown: explanationMarkdown(explainPort(registry, port)) };
  });
}
