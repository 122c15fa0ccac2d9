/** A part of the tree and what it may import: paths from the root, of a folder (`server/core/text/`) or of one file. */
export interface Layer {
  readonly path: string;
  readonly imports: readonly string[];
  /** Packages and Node's own modules; a name ends at the slash, so `vscode-languageserver` is not its `/node`. */
  readonly packages: readonly string[];
}

const CORE = 'server/core/';
const core = (...names: readonly string[]): readonly string[] => names.map(name => CORE + name);
const REGISTRY = [
  'registry/port.ts',
  'registry/entry.ts',
  'registry/registry.ts',
  'registry/place.ts',
  'registry/imageName.ts',
];

/** The first layer that holds a file counts, so a part stands before the whole. Each may import from itself. */
export const LAYERS: readonly Layer[] = [
  { path: 'registry/build/', imports: ['registry/'], packages: ['saxes', 'node:'] },
  { path: 'registry/', imports: [], packages: [] },
  { path: `${CORE}text/`, imports: [], packages: [] },
  { path: `${CORE}syntax/`, imports: core('text/'), packages: [] },
  // Command lines are shell text, wherever they stand.
  { path: `${CORE}ports/read/`, imports: [...core('ports/', 'text/', 'syntax/shell.ts'), ...REGISTRY], packages: [] },
  { path: `${CORE}ports/`, imports: [...core('text/'), ...REGISTRY], packages: [] },
  { path: `${CORE}facts/`, imports: [...core('ports/', 'text/'), ...REGISTRY], packages: [] },
  {
    path: `${CORE}formats/`,
    imports: [...core('facts/', 'ports/', 'syntax/', 'text/'), 'registry/port.ts'],
    packages: [],
  },
  {
    path: `${CORE}workspace/`,
    imports: [...core('facts/', 'ports/', 'text/', 'formats/read.ts', 'formats/recognise.ts'), ...REGISTRY],
    packages: [],
  },
  {
    path: `${CORE}rules/`,
    imports: [...core('facts/', 'ports/', 'text/', 'workspace/'), 'registry/lookup/suggest.ts', ...REGISTRY],
    packages: [],
  },
  {
    path: `${CORE}features/`,
    imports: [...core('facts/', 'ports/', 'text/', 'workspace/', 'rules/', 'pages.ts'), ...REGISTRY],
    packages: [],
  },
  { path: `${CORE}pages.ts`, imports: [], packages: [] },
  { path: `${CORE}analysis.ts`, imports: [CORE], packages: [] },
  { path: 'server/protocol.ts', imports: [], packages: [] },
  { path: 'server/main.ts', imports: ['server/node/main.ts', 'server/browser/main.ts'], packages: [] },
  {
    path: 'server/lsp/',
    imports: [...core('analysis.ts', 'pages.ts'), 'server/protocol.ts', ...REGISTRY],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
  },
  {
    path: 'server/node/',
    imports: [...core('analysis.ts'), 'server/lsp/', 'registry/bundled.ts', 'registry/table.ts', ...REGISTRY],
    packages: ['vscode-languageserver/node', 'node:'],
  },
  {
    path: 'server/browser/',
    imports: ['server/lsp/', 'registry/bundled.ts', 'registry/table.ts', ...REGISTRY],
    packages: ['vscode-languageserver/browser'],
  },
  {
    path: 'server/cli/',
    imports: [
      ...core('analysis.ts', 'pages.ts'),
      'server/node/',
      'registry/bundled.ts',
      'registry/lookup/suggest.ts',
      ...REGISTRY,
    ],
    packages: ['node:'],
  },
  // Loads the rest, so it may know no package that the rest brings.
  { path: 'client/desktop.ts', imports: ['client/main.ts'], packages: ['vscode', 'node:'] },
  {
    path: 'client/',
    imports: ['server/protocol.ts'],
    packages: ['vscode', 'vscode-languageclient', 'vscode-languageclient/node', 'vscode-languageclient/browser'],
  },
];

/** Why the file may not import `target` (as written there); undefined where it may. */
export function breach(file: string, target: string, layers: readonly Layer[] = LAYERS): string | undefined {
  const layer = layers.find(({ path }) => holds(path, file));
  if (!layer) return `${file} lies in no layer`;
  if (!target.startsWith('.')) {
    const known = layer.packages.some(name => target === name || (name.endsWith(':') && target.startsWith(name)));
    return known ? undefined : `${file} may not import the package ${target}`;
  }
  const path = resolve(file, target);
  const allowed = [layer.path, ...layer.imports].some(each => holds(each, path));
  return allowed ? undefined : `${file} may not import ${path}`;
}

function holds(part: string, file: string): boolean {
  return part === file || (part.endsWith('/') && file.startsWith(part));
}

function resolve(file: string, target: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** What a TypeScript text imports, re-exports or loads. */
export function importsOf(text: string): readonly string[] {
  const found = text.matchAll(
    /^(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...found].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
}
