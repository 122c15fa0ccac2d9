import { type DocumentFacts, type Finding, type Fix, RULES } from '../../core/analysis.ts';
import { PAGES } from '../../core/pages.ts';
import { createFingerprints, identities } from '../fingerprint.ts';
import { type KeyPath, keyPaths } from '../keyPaths.ts';
import { shownPlace } from '../place.ts';
import { printableJson } from '../printable.ts';
import type { CheckedFile, Reporter, SkippedFile } from '../report.ts';
import { SARIF_LEVELS, sarifRules } from './sarifRules.ts';

/** SARIF 2.1.0. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarif: Reporter = ({ files, skipped }, output, { version }) => {
  const nameOf = createFingerprints();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Portolan', version, semanticVersion: version, informationUri: PAGES, rules: sarifRules() },
        },
        invocations: [
          {
            executionSuccessful: !skipped.some(({ given }) => given),
            toolExecutionNotifications: skipped.map(notification),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(file => {
          const identify = identities(file);
          const keyPathAt = keyPaths(file.facts);
          return file.findings.map(finding =>
            result(file, finding, nameOf(identify(finding)), keyPathAt(finding.at.span)),
          );
        }),
      },
    ],
  };
  output.write(`${printableJson(JSON.stringify(log))}\n`);
};

function result(file: CheckedFile, finding: Finding, stableName: string, keyPath: KeyPath): object {
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
    level: SARIF_LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: location(file.shown, file.facts, at.span),
        ...(keyPath.length > 0 ? { logicalLocations: [logicalLocation(keyPath)] } : {}),
      },
    ],
    ...(others.length > 0 ? { relatedLocations: others.map((other, id) => ({ id, ...other })) } : {}),
    partialFingerprints: { 'portolan/v1': stableName },
    ...(shownFixes.length > 0 ? { fixes: shownFixes } : {}),
  };
}

/** The keys that lead to the place, as a JSON Pointer (RFC 6901). */
function logicalLocation(keyPath: KeyPath): object {
  const last = keyPath.at(-1);
  return {
    name: `${last}`,
    fullyQualifiedName: keyPath.map(part => `/${`${part}`.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    kind: typeof last === 'number' ? 'value' : 'property',
  };
}

function notification({ shown, reason, given }: SkippedFile): object {
  return {
    level: given ? 'error' : 'warning',
    message: { text: `${given ? 'Cannot be read' : 'Skipped'}: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(shown === '' ? '.' : shown) } } }],
  };
}

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
