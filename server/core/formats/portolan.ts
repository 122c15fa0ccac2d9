import { isLevel, type Level } from '../facts/level.ts';
import type { Binding, LeveledRule, ProjectFile } from '../facts/projectFile.ts';
import type { PortOccurrence } from '../ports/occurrence.ts';
import { readPort } from '../ports/read/port.ts';
import { writtenRange } from '../ports/value.ts';
import { readJson } from '../syntax/json.ts';
import { entries, entry, items, type MapNode, type Node, type Scalar, type Tree } from '../syntax/tree.ts';
import { defineFormat, type Format } from './format.ts';
import { entryPlace } from './portolan/entryPlace.ts';
import { readPlan } from './portolan/plan.ts';
import { createProblems, type Problems } from './portolan/problems.ts';

/** The project file of this very tool. */
export const portolan: Format = defineFormat({
  id: 'portolan',
  title: 'Portolan project file',
  documentation: 'https://github.com/portolan/portolan/blob/main/docs/portolan-json.md',
  files: ['portolan.json'],
  isNameSure: true,
  languages: [],
  comment: '//',
  reads: [{ where: 'ports.*', what: 'the port plan: numbers and ranges (label)' }],
  read({ text }) {
    const tree = readJson(text);
    const { projectFile, occurrences } = readSettings(text, tree);
    return {
      projectFile,
      occurrences,
      comments: tree.comments,
      contentStart: tree.documents[0]?.span.start ?? text.length,
      syntaxErrors: tree.errors,
    };
  },
});

/** The settings of a project file alone, for a host that has to know them before it reads anything else. */
export function readProjectFile(text: string): ProjectFile {
  return readSettings(text, readJson(text)).projectFile;
}

function readSettings(
  text: string,
  { documents }: Tree,
): { readonly projectFile: ProjectFile; readonly occurrences: readonly PortOccurrence[] } {
  const problems = createProblems();
  const [root, second] = documents;
  if (root && root.kind !== 'map') problems.add('root', root.span);
  if (second) problems.add('root', second.span);
  for (const { key } of entries(root)) if (!KEYS.has(key.text)) problems.add('key', key.inner, { name: key.text });
  const rules = objectAt(root, 'rules', problems);
  const ports = objectAt(root, 'ports', problems);
  const plan = ports ? readPlan(ports, problems) : [];
  return {
    projectFile: {
      ...readLevels(rules, problems),
      has: { rules: entry(root, 'rules') !== undefined, ports: entry(root, 'ports') !== undefined },
      ignore: textsAt(root, 'ignore', problems).map(({ text: glob }) => glob),
      bindings: readBindings(objectAt(root, 'files', problems), problems),
      keys: readKeys(root, problems),
      nodePortRange: readNodePortRange(entry(root, 'nodePortRange')?.value, problems),
      plan: plan.map(({ planned }) => planned),
      problems: problems.all().toSorted((a, b) => a.span.start - b.span.start),
      places: { root: entryPlace(text, root), rules: entryPlace(text, rules), ports: entryPlace(text, ports) },
    },
    occurrences: plan.map(({ occurrence }) => occurrence),
  };
}

const KEYS: ReadonlySet<string> = new Set(['$schema', 'rules', 'ignore', 'files', 'keys', 'nodePortRange', 'ports']);

function readLevels(node: MapNode | undefined, problems: Problems): Pick<ProjectFile, 'levels' | 'rules'> {
  const levels: [string, Level][] = [];
  const rules: LeveledRule[] = [];
  for (const { key, value } of entries(node)) {
    rules.push({ id: key.text, span: key.inner, level: value?.span });
    if (problems.isText(value) && isLevel(value.text)) levels.push([key.text, value.text]);
    else if (value) problems.add('level', value.kind === 'scalar' ? value.inner : value.span, { name: key.text });
  }
  return { levels: Object.fromEntries(levels), rules };
}

function readBindings(node: MapNode | undefined, problems: Problems): readonly Binding[] {
  return entries(node).flatMap(({ key, value }) => {
    if (problems.isText(value)) return [{ glob: key.text, format: value.text, span: value.inner }];
    if (value) problems.add('text', value.span, { name: key.text });
    return [];
  });
}

/** A word of a name: `listen_prt` has the words listen and prt. */
function readKeys(root: Node | undefined, problems: Problems): readonly string[] {
  return textsAt(root, 'keys', problems).flatMap(word => {
    if (/^[A-Za-z\d]+$/.test(word.text)) return [word.text.toLowerCase()];
    problems.add('word', word.inner, { value: word.text });
    return [];
  });
}

function readNodePortRange(node: Node | undefined, problems: Problems): ProjectFile['nodePortRange'] {
  if (!node) return undefined;
  const range = problems.isText(node) ? writtenRange(readPort(node.mapped, 0, node.text.length, '-').value) : undefined;
  if (!range || range.first === 0) problems.add('range', node.kind === 'scalar' ? node.inner : node.span);
  return range && range.first > 0 ? range : undefined;
}

function objectAt(root: Node | undefined, name: string, problems: Problems): MapNode | undefined {
  const value = entry(root, name)?.value;
  if (value === undefined || value.kind === 'map') return value;
  problems.add('object', value.span, { name });
  return undefined;
}

function textsAt(root: Node | undefined, name: string, problems: Problems): readonly Scalar[] {
  const value = entry(root, name)?.value;
  if (value && value.kind !== 'list') problems.add('list', value.span, { name });
  return items(value).flatMap(item => {
    if (problems.isText(item)) return [item];
    problems.add('text', item.span, { name });
    return [];
  });
}
