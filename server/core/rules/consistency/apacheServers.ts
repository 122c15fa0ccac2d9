import type { PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { addTo } from '../../text/addTo.ts';
import { globTest } from '../../text/glob.ts';
import { basename } from '../../text/path.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** A server with all that its main file includes. */
export interface ApacheServer {
  readonly files: ReadonlySet<DocumentFacts>;
  /** Every port that it may listen on. */
  readonly listens: readonly PortRange[];
}

/** The servers that a file is a part of; none where one of them cannot be read as a whole. */
export function apacheServers(workspace: Snapshot, facts: DocumentFacts): readonly ApacheServer[] {
  const mains = [...workspace.documents()].filter(isMain);
  const servers = mains.map(main => ({ files: filesOf(workspace, main), main }));
  const own = servers.filter(({ main, files }) => files?.has(facts) ?? main === facts);
  const read = own.map(({ files }) => {
    const listens = files && listensOf(workspace, files);
    return files && listens ? { files, listens } : undefined;
  });
  return read.every(server => server !== undefined) ? read : [];
}

/** True for the argument of a directive, whose name may be written in any case. */
export function isDirective(path: readonly (string | number)[], name: string): boolean {
  return `${path.at(-2)}`.toLowerCase() === name;
}

/** A file of that name that only sets a few things is a part of another one. */
function isMain({ path, format, text }: DocumentFacts): boolean {
  return (
    format === 'apache' &&
    /^(?:httpd|apache2?)\.conf$/i.test(basename(path)) &&
    /^\s*(?:ServerRoot|LoadModule)\s|^\s*Include(?:Optional)?\s+mods-enabled\//im.test(text)
  );
}

/** Undefined where an `Include` leads to what is not known. */
function filesOf(workspace: Snapshot, main: DocumentFacts): ReadonlySet<DocumentFacts> | undefined {
  const files = new Set([main]);
  for (const file of files) {
    const includes = file.text.match(/^[ \t]*include(?:optional)?[ \t]/gim)?.length ?? 0;
    const byPlace = new Map<number, string[]>();
    for (const { kind, path, span } of file.references) if (kind === 'part') addTo(byPlace, span.start, path);
    if (byPlace.size !== includes) return undefined;
    for (const paths of byPlace.values()) {
      // Files of that ending load modules.
      if (paths.every(path => path.endsWith('.load'))) continue;
      const found = paths.flatMap(path => partsAt(workspace, path));
      if (found.length === 0) return undefined;
      for (const part of found) files.add(part);
    }
  }
  return files;
}

function partsAt(workspace: Snapshot, path: string): readonly DocumentFacts[] {
  if (!/[*?[]/.test(path)) {
    const facts = workspace.facts(path);
    return facts ? [facts] : [];
  }
  const matches = globTest([path]);
  return [...workspace.documents()].filter(({ path: other, format }) => format === 'apache' && matches(other));
}

/** Undefined where a variable leaves a port open. */
function listensOf(workspace: Snapshot, files: ReadonlySet<DocumentFacts>): readonly PortRange[] | undefined {
  const ranges: PortRange[] = [];
  for (const file of files) {
    const written = file.text.match(/^[ \t]*(?:listen|port)[ \t]/gim)?.length ?? 0;
    const listens = file.occurrences.filter(
      ({ path }) => isDirective(path, 'listen') || `${path.at(-1)}`.toLowerCase() === 'port',
    );
    for (const listen of listens) {
      const { range } = workspace.resolve(file.path, listen);
      if (!range) return undefined;
      ranges.push(range);
    }
    if (listens.length < written) return undefined;
  }
  return ranges;
}
