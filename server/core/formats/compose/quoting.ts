import { asPort } from '../../../../registry/port.ts';
import type { ComposeFile } from '../../facts/compose.ts';
import type { Fault } from '../../facts/document.ts';
import { get, type Tree } from '../../syntax/tree.ts';
import { basename } from '../../text/path.ts';
import { unquotedFaults } from '../values/unquoted.ts';

/** Faults that quotes would cure: what YAML itself reads as something else than the text that was meant. */
export function quotingFaults(path: string, text: string, tree: Tree, file: ComposeFile): readonly Fault[] {
  return [...unquotedFaults(text, tree.errors).map(withoutStar), ...sexagesimal(path, text, tree, file)];
}

/** Docker knows no `*` either: with both ports behind it, it can only mean every address. */
function withoutStar(fault: Fault): Fault {
  if (fault.message !== 'alias') return fault;
  const { fix: _, ...rest } = fault;
  const ports = /^\*:([^:]+:[^:]+)$/.exec(String(fault.data?.text))?.[1];
  return {
    ...rest,
    message: 'star',
    ...(ports && {
      fix: { title: 'Leave out the *', span: fault.span, newText: `"${ports}"`, safety: 'safe' } as const,
    }),
  };
}

/** YAML 1.1's base 60, https://yaml.org/type/int.html: `22:22` is 1342 to its readers. */
function sexagesimal(path: string, text: string, tree: Tree, file: ComposeFile): readonly Fault[] {
  const severity = isReadAsYaml11(path, tree, file.version) ? 'warning' : 'hint';
  return file.services.flatMap(service =>
    service.ports.flatMap((port): Fault[] => {
      if (port.form !== 'short' || !/^[1-9]\d*:[0-5]?\d$/.test(port.text.text)) return [];
      const { span } = port;
      // Quotes, an escape or a fold: the text is a string to every reader.
      if (text.slice(span.start, span.end) !== port.text.text || /["']/.test(text[span.start - 1] ?? '')) return [];
      const [host = 0, container = 0] = port.text.text.split(':').map(Number);
      // No reader takes such a host port: port-out-of-range speaks of it.
      if (asPort(host) === undefined) return [];
      return [
        {
          rule: 'sexagesimal-port',
          message: 'number',
          span,
          severity,
          data: { text: port.text.text, number: host * 60 + container },
          path: ['services', service.name, 'ports', port.index],
          fix: { title: 'Quote it', span, newText: `"${port.text.text}"`, safety: 'safe' },
        },
      ];
    }),
  );
}

/** Compose 1.x and podman-compose read with PyYAML; files of format 1 to 2.x are still handed to them. */
function isReadAsYaml11(path: string, { documents }: Tree, version: string | undefined): boolean {
  if (/podman/i.test(basename(path))) return true;
  // Format 1 has neither key.
  if (version === undefined) return documents.every(document => get(document, 'services') === undefined);
  return /^[12](?:\.\d+)?$/.test(version);
}
