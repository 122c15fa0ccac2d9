import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { showRange } from '../../registry/port.ts';
import { applyEdits, type Finding, type Fix, FORMATS, RULES, relativePath } from '../../server/core/analysis.ts';
import type { Rule } from '../../server/core/rules/rule.ts';
import { type Fence, readPage, withBlock, withBodies } from './fences.ts';
import { type Files, openProject, type Project } from './project.ts';
import { REGISTRY } from './registry.ts';

const FOLDER = join(import.meta.dirname, '../../docs/rules');
const UPDATE = process.env.UPDATE === '1';

/** Fences that form one workspace, with what the page says of it. */
export interface Example {
  /** Line of the page, counted from 1. */
  readonly line: number;
  readonly files: readonly Fence[];
  readonly output?: Fence;
  readonly fixed: readonly Fence[];
}

export interface RulePage {
  readonly rule: Rule;
  readonly text: string;
  readonly examples: readonly Example[];
}

export function pageNames(): readonly string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter(name => name.endsWith('.md') && name !== 'index.md' && name !== 'measured.md')
    .map(name => name.slice(0, -'.md'.length))
    .sort();
}

/** With `UPDATE=1` what the tool says is written into the page first. */
export function rulePage(rule: Rule): RulePage {
  const path = join(FOLDER, `${rule.id}.md`);
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  if (UPDATE) writeFileSync(path, generated(rule, text));
  const current = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  return { rule, text: current, examples: examplesOf(current) };
}

/** The page as `UPDATE=1` writes it. */
export function generated(rule: Rule, text: string): string {
  const bodies = new Map<Fence, string>();
  for (const example of examplesOf(text)) {
    const project = openProject(filesOf(example));
    if (example.output) bodies.set(example.output, output(example, project, rule));
    const fixed = afterFirstFix(example, project, rule.id);
    for (const fence of example.fixed) bodies.set(fence, fixed[fence.file ?? ''] ?? '');
  }
  const written = withBodies(readPage(text), bodies);
  return withBlock(withBlock(written, 'head', head(rule, written)), 'software', software(rule));
}

/** A file that the group has already begins the next group, as do a heading and a change between `reports` and `clean`. */
function examplesOf(text: string): readonly Example[] {
  const examples: { line: number; files: Fence[]; output?: Fence; fixed: Fence[] }[] = [];
  let open: (typeof examples)[number] | undefined;
  for (const part of readPage(text).parts) {
    if ('heading' in part) open = undefined;
    else if (part.words.includes('output')) {
      if (open) open.output = part;
    } else if (part.words.includes('fixed')) open?.fixed.push(part);
    else if (part.file !== undefined) {
      const isNew =
        !open ||
        open.output !== undefined ||
        open.files.some(
          ({ file, words }) => file === part.file || words.includes('clean') !== part.words.includes('clean'),
        );
      if (isNew || !open) examples.push((open = { line: part.start + 1, files: [], fixed: [] }));
      open.files.push(part);
    }
  }
  return examples;
}

export function filesOf({ files }: Example): Files {
  return Object.fromEntries(files.map(({ file = '', body }) => [file, body]));
}

/** What a page shows of a file. Hints of other rules are left out: nearly every example has a port that many programs take. */
export function shownFindings(project: Project, file: string, { id }: Rule): readonly Finding[] {
  return project.findings(file).filter(({ rule, severity }) => rule === id || severity !== 'hint');
}

function output({ files }: Example, project: Project, rule: Rule): string {
  const lines = files.flatMap(({ file = '' }) =>
    shownFindings(project, file, rule).flatMap(finding => showFinding(finding, project)),
  );
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function showFinding({ at, severity, rule, message, related, fixes }: Finding, project: Project): readonly string[] {
  return [
    `${project.showPlace(at)} ${severity} ${rule}: ${message}`,
    ...related.map(place => `  ${project.showPlace(place)} ${place.message}`),
    ...fixes.map(({ title, safety }) => `  ${safety === 'safe' ? 'fix' : 'suggestion'}: ${title}`),
  ];
}

function afterFirstFix(example: Example, project: Project, rule: string): Files {
  const findings = example.files.flatMap(({ file = '' }) => project.findings(file));
  const fix = findings.find(finding => finding.rule === rule && finding.fixes.length > 0)?.fixes[0];
  return fix ? applied(filesOf(example), fix, project.root) : {};
}

/** The files after a fix. */
export function applied(files: Files, fix: Fix, root: string): Files {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [
      file,
      applyEdits(
        text,
        fix.edits.filter(({ path }) => relativePath(root, path) === file),
      ),
    ]),
  );
}

const FIX = { safe: 'safe: `--fix` applies it', suggested: 'suggested', none: 'none' } as const;

/** The formats are those of the files in which the page's own examples report something. */
function head(rule: Rule, text: string): string {
  const formats = new Set<string>();
  for (const example of examplesOf(text)) {
    const project = openProject(filesOf(example));
    for (const { file = '' } of example.files) {
      if (!project.findings(file).some(finding => finding.rule === rule.id)) continue;
      const id = project.snapshot.facts(`${project.root}/${file}`)?.format;
      formats.add(FORMATS.find(format => format.id === id)?.title ?? '');
    }
  }
  return [
    `${rule.summary}.`,
    '',
    '| Severity | Fix | Since | Formats |',
    '|---|---|---|---|',
    `| ${rule.severity} | ${FIX[rule.fix]} | ${rule.since} | ${[...formats].sort().join(', ')} |`,
  ].join('\n');
}

const COUNTED: Readonly<Record<string, readonly string[]>> = {
  'datastore-published': ['datastore', 'console'],
  'unauthenticated-api-published': ['unauthenticated-api'],
};

/** The registry's records that the rule looks at. */
function software({ id }: Rule): string {
  const kinds = COUNTED[id] ?? [];
  const bySoftware = new Map<string, Set<string>>();
  for (const { software: name, exposure, ports, protocols } of REGISTRY.usedIn(EVERY_PORT)) {
    if (exposure === undefined || !kinds.includes(exposure)) continue;
    const known = bySoftware.get(name) ?? new Set<string>();
    for (const protocol of protocols) known.add(`${showRange(ports)}/${protocol}`);
    bySoftware.set(name, known);
  }
  return [
    '| Software | Container port |',
    '|---|---|',
    ...[...bySoftware]
      .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
      .map(([name, ports]) => `| ${name} | ${[...ports].join(', ')} |`),
  ].join('\n');
}

const EVERY_PORT = { first: 0, last: 65535 } as Parameters<typeof REGISTRY.usedIn>[0];

/** `docs/rules/index.md`, as it should be and as it is: the rules by the folders that they stand in. */
export function indexPage(): { readonly actual: string; readonly expected: string } {
  const path = join(FOLDER, 'index.md');
  const kinds = readdirSync(SOURCES, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const sections = kinds.flatMap(({ name }) => {
    const files = new Set(readdirSync(join(SOURCES, name)));
    return section(
      name,
      RULES.filter(({ id }) => files.has(`${id}.ts`)),
    );
  });
  const actual = ['# Rules', '', '<!-- Written by `npm test -- --update`. -->', '', MEASURED, '', ...sections].join(
    '\n',
  );
  if (UPDATE) writeFileSync(path, actual);
  return { actual, expected: existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '' };
}

const SOURCES = join(import.meta.dirname, '../../server/core/rules');
const MEASURED = 'How often each speaks on public repositories, and how often it is right: [measured](measured.md).';

const KINDS: Readonly<Record<string, string>> = {
  choice: 'Choice of a port',
  collisions: 'Collisions',
  consistency: 'Consistency',
  exposure: 'Exposure',
  project: 'The project file and suppressions',
  validity: 'Validity',
};

function section(kind: string, rules: readonly Rule[]): readonly string[] {
  return [
    `## ${KINDS[kind] ?? kind}`,
    '',
    '| Rule | Severity | Fix | What it finds |',
    '|---|---|---|---|',
    ...rules.map(({ id, severity, fix, summary }) => `| [${id}](${id}.md) | ${severity} | ${fix} | ${summary} |`),
    '',
  ];
}
