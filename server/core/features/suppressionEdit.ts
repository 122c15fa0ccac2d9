import type { DocumentFacts } from '../facts/document.ts';
import type { Edit, Finding } from '../facts/finding.ts';

/** The edit that puts `# portolan-ignore rule` on the finding's line, or at the head of the file. Undefined where the format has no comments. */
export declare function suppressionEdit(
  facts: DocumentFacts,
  finding: Finding,
  scope: 'line' | 'file',
): Edit | undefined;
