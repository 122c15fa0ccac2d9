import { type DocumentFacts, type Finding, type Fix, RULES, type Severity } from '../../core/analysis.ts';
import { PAGES, rulePage } from '../../core/pages.ts';
import { fingerprint } from '../fingerprint.ts';
import { shownPlace } from '../place.ts';
import { printableJson } from '../printable.ts';
import type { CheckedFile, Reporter } from '../report.ts';

/** SARIF 2.1.0. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarif: Reporter = ({ files }, output, { version }) => {
  const nameOf = createFingerprints();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Portolan', version, semanticVersion: version, informationUri: PAGES, rules: rules() },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(file => file.findings.map(finding => result(file, finding, nameOf(file, finding)))),
      },
    ],
  };
  output.write(`${printableJson(JSON.stringify(log))}\n`);
};

function rules(): readonly object[] {
  return RULES.map(({ id, summary, severity }) => ({
    id,
    shortDescription: { text: summary },
    helpUri: rulePage(id),
    defaultConfiguration: { level: LEVELS[severity] },
  }));
}

function result(file: CheckedFile, finding: Finding, stableName: string): object {
  const { rule, severity, message, at, related, fixes } = finding;
  const ruleIndex = RULES.findIndex(({ id }) => id === rule);
  const others = related.flatMap(({ path, span, message: note }) => {
    const other = file.other(path);
    return other ? [{ physicalLocation: location(other.shown, other.facts, span), message: { text: note } }] : [];
  });
  const shownFixes = fixes.flatMap(fix => showFix(file, fix) ?? []);
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: location(file.shown, file.facts, at.span) }],
    ...(others.length > 0 ? { relatedLocations: others.map((other, id) => ({ id, ...other })) } : {}),
    partialFingerprints: { 'portolan/v1': stableName },
    ...(shownFixes.length > 0 ? { fixes: shownFixes } : {}),
  };
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

function location(shown: string, facts: DocumentFacts, span: Finding['at']['span']): object {
  return { artifactLocation: { uri: uriOf(shown) }, region: region(facts, span) };
}

function region(facts: DocumentFacts, span: Finding['at']['span']): object {
  const { line, col, endLine, endCol } = shownPlace(facts, span);
  return { startLine: line, startColumn: col, endLine, endColumn: endCol };
}

/** Undefined where a file is not known. */
function showFix(file: CheckedFile, { title, edits }: Fix): object | undefined {
  const changes: object[] = [];
  for (const path of new Set(edits.map(edit => edit.path))) {
    const own = edits.filter(edit => edit.path === path);
    const other = file.other(path);
    if (!other) return undefined;
    changes.push({
      artifactLocation: { uri: uriOf(other.shown) },
      replacements: own.map(edit => ({
        deletedRegion: region(other.facts, edit.span),
        insertedContent: { text: edit.newText },
      })),
    });
  }
  return { description: { text: title }, artifactChanges: changes };
}

/** A relative reference counts from the repository's root where the upload says so; a drive letter needs a scheme. */
function uriOf(shown: string): string {
  const encoded = shown
    .split('/')
    .map(part => encodeURIComponent(part.replace(LONE_SURROGATE, '\uFFFD')))
    .join('/');
  if (/^[a-zA-Z]%3A\//.test(encoded)) return `file:///${encoded}`;
  if (encoded.startsWith('//')) return `file:${encoded}`;
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}

/** Windows lets names hold one, and no URI can. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same after edits elsewhere in the file: rule, path, key path and text; a number tells apart what is equal. */
function createFingerprints(): (file: CheckedFile, finding: Finding) => string {
  const counts = new Map<string, number>();
  return ({ shown, facts }, { rule, at }) => {
    const key = facts.occurrences.find(({ token }) => token.start <= at.span.start && at.span.end <= token.end)?.path;
    const text = facts.text.slice(at.span.start, Math.min(at.span.end, at.span.start + 200));
    const hash = fingerprint(JSON.stringify([rule, shown, key ?? [], text]));
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  };
}
