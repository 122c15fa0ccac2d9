import type { DocumentFacts } from '../facts/document.ts';
import type { Edit, Finding } from '../facts/finding.ts';
import { lineBreakOf } from '../text/lines.ts';
import { reread } from '../workspace/reread.ts';
import { applyEdits } from './applyEdits.ts';

/**
 * The edit that puts `# portolan-ignore rule`, as the file writes comments, above the finding's line, or `# portolan-ignore-file rule` into the head of
 * the file. A comment that says so for another rule gets this one added. Between the lines of a continued instruction a
 * Dockerfile may have comments too: https://docs.docker.com/reference/dockerfile/#format
 */
export function suppressionEdit(facts: DocumentFacts, finding: Finding, scope: 'line' | 'file'): Edit | undefined {
  const edit = commentEdit(facts, finding, scope);
  return edit && isRead(facts, finding, scope, edit) ? edit : undefined;
}

/** Between the lines of a text within the file, or of a command that goes on, a comment may be none, or break what it is in. */
function isRead(facts: DocumentFacts, { rule, at }: Finding, scope: 'line' | 'file', edit: Edit): boolean {
  const after = reread(facts, applyEdits(facts.text, [edit]));
  if (!after || after.occurrences.length < facts.occurrences.length) return false;
  const moved = edit.span.start <= at.span.start ? edit.newText.length : 0;
  const { line } = after.lines.position(at.span.start + moved);
  return after.suppressions.some(
    found =>
      found.scope === scope && (scope === 'file' || found.line === line) && found.rules.some(({ id }) => id === rule),
  );
}

function commentEdit(facts: DocumentFacts, finding: Finding, scope: 'line' | 'file'): Edit | undefined {
  const { line } = facts.lines.position(finding.at.span.start);
  const known = facts.suppressions.find(
    suppression =>
      suppression.scope === scope && suppression.rules.length > 0 && (scope === 'file' || suppression.line === line),
  );
  const last = known?.rules.at(-1)?.span.end;
  if (last !== undefined) return insertion(facts, last, `, ${finding.rule}`);
  if (!facts.comment) return undefined;
  const { open, close } = facts.comment;
  const written = (word: string): string => `${open} ${word} ${finding.rule}${close}${lineBreakOf(facts.text)}`;
  if (scope === 'file') return insertion(facts, headEnd(facts), written('portolan-ignore-file'));
  const start = facts.lines.start(line);
  const indent = /^[ \t]*/.exec(facts.text.slice(start))?.[0] ?? '';
  return insertion(facts, start, `${indent}${written('portolan-ignore')}`);
}

function insertion(facts: DocumentFacts, at: number, newText: string): Edit {
  return { path: facts.path, span: { start: at, end: at }, newText };
}

/** After what must stay first: a byte order mark, `#!`, `# syntax=`, `# escape=`, `<?xml`, `<?php`. */
function headEnd(facts: DocumentFacts): number {
  let line = 0;
  while (
    line < facts.lines.count() - 1 &&
    /^\uFEFF?(?:#(?:!|\s*(?:syntax|escape|check)\s*=)|<\?(?:xml|php))/i.test(lineText(facts, line))
  )
    line++;
  const start = facts.lines.start(line);
  return start === 0 && facts.text.startsWith('\uFEFF') ? 1 : start;
}

function lineText(facts: DocumentFacts, line: number): string {
  return facts.text.slice(facts.lines.start(line), facts.lines.start(line + 1));
}
