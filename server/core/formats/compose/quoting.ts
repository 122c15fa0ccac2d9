import { asPort } from '../../../../registry/port.ts';
import type { ComposeFile } from '../../facts/compose.ts';
import type { Fault } from '../../facts/document.ts';
import { get, type Tree } from '../../syntax/tree.ts';
import { basename } from '../../text/path.ts';

/** Faults that quotes would cure: what YAML itself reads as something else than the text that was meant. */
export function quotingFaults(path: string, text: string, tree: Tree, file: ComposeFile): readonly Fault[] {
  return [...unreadable(text, tree), ...sexagesimal(path, text, tree, file)];
}

/** `- [::1]:80:80` opens a list and `- *:80` names an anchor: YAML refuses both. */
function unreadable(text: string, tree: Tree): readonly Fault[] {
  return tree.errors.flatMap((error): Fault[] => {
    const rest = /^(?:\[[0-9a-fA-F:.%]+\]|\*)(?::[0-9-]*)*:[0-9-]+(?:\/\w+)?/.exec(
      text.slice(error.span.start, error.span.start + 200),
    );
    // A line may have an error at each of its words, so that only what is near is looked at.
    const before = text.slice(Math.max(0, error.span.start - NEAR), error.span.start);
    if (!rest || !/(?:^|\n)[ \t]{0,100}-[ \t]{1,9}$/.test(before)) return [];
    const span = { start: error.span.start, end: error.span.start + rest[0].length };
    const fault = { rule: 'malformed-port', span, data: { text: rest[0] }, path: [] } as const;
    if (!rest[0].startsWith('*')) {
      return [
        { ...fault, message: 'unquoted', fix: { title: 'Quote it', span, newText: `"${rest[0]}"`, safety: 'safe' } },
      ];
    }
    // Quotes alone would not do, as Docker knows no `*`; with both ports behind it, it can only mean every address.
    const ports = /^\*:([^:]+:[^:]+)$/.exec(rest[0])?.[1];
    return [
      {
        ...fault,
        message: 'star',
        ...(ports && { fix: { title: 'Leave out the *', span, newText: `"${ports}"`, safety: 'safe' } }),
      },
    ];
  });
}

/** In characters: an item of a list begins nearer to the start of its line. */
const NEAR = 120;

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
