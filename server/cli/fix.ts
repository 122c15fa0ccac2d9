import { writeFileSync } from 'node:fs';
import { applyEdits, type Edit, type Finding, type Fix } from '../core/analysis.ts';
import type { LoadedProject } from '../node/loadWorkspace.ts';
import { encode } from '../node/readText.ts';
import { reasonOf } from '../node/reason.ts';

/**
 * Applies safe fixes until there are none, as one may uncover another, and writes the files that changed. Gives the number
 * of fixes. A fix counts whole or not at all: every file that it edits must be one of the reported.
 */
export function applyFixes(
  { workspace, reported }: LoadedProject,
  find: (path: string) => readonly Finding[],
  skip: (shown: string, reason: string, given: boolean) => void,
): number {
  const texts = new Map<string, string>();
  const textOf = (path: string): string => texts.get(path) ?? reported.get(path)?.file.text ?? '';
  const isWritable = (path: string): boolean => reported.get(path)?.file.damaged === false;
  const warned = new Set<string>();
  let fixed = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    const chosen: Edit[] = [];
    for (const [path, { shown }] of reported) {
      for (const { fixes } of find(path)) {
        const fix = fixes.find(candidate => candidate.safety === 'safe');
        if (!fix) continue;
        if (!fix.edits.every(edit => isWritable(edit.path))) {
          if (!isWritable(path) && !warned.has(path)) skip(shown, 'not fixed: some of it is not UTF-8 text', false);
          warned.add(path);
        } else if (fits(fix, chosen, textOf)) {
          chosen.push(...fix.edits);
          fixed++;
        }
      }
    }
    if (chosen.length === 0) break;
    for (const path of new Set(chosen.map(edit => edit.path))) {
      const text = applyEdits(
        textOf(path),
        chosen.filter(edit => edit.path === path),
      );
      texts.set(path, text);
      const format = workspace.snapshot().facts(path)?.format;
      workspace.set(path, text, format === undefined ? {} : { format });
    }
  }
  for (const [path, text] of texts) {
    const known = reported.get(path);
    if (!known || known.file.text === text) continue;
    try {
      writeFileSync(path, encode(known.file, text));
    } catch (error) {
      skip(known.shown, `not written: ${reasonOf(error)}`, true);
    }
  }
  return fixed;
}

/** Two rules that undo each other's fixes must not go on for ever. */
const PASSES = 10;

/** True where the fix changes something and meets none that was chosen before it. */
function fits(fix: Fix, chosen: readonly Edit[], textOf: (path: string) => string): boolean {
  const changes = fix.edits.some(({ path, span, newText }) => textOf(path).slice(span.start, span.end) !== newText);
  return changes && !fix.edits.some(edit => chosen.some(other => meets(edit, other)));
}

function meets(a: Edit, b: Edit): boolean {
  return a.path === b.path && a.span.start <= b.span.end && b.span.start <= a.span.end;
}
