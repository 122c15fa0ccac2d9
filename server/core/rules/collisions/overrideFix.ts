import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';

/** The list of a later file replaces that of the earlier ones. https://docs.docker.com/reference/compose-file/merge/#replace-value */
export function overrideFix(facts: DocumentFacts, { declarations }: ProjectService): readonly Fix[] {
  const key = declarations.slice(1).find(({ path }) => path === facts.path)?.service.portsEntry?.key;
  if (!key || facts.text[key.end] !== ':') return [];
  const span = { start: key.end + 1, end: key.end + 1 };
  return [
    { title: 'Replace the list', safety: 'suggested', edits: [{ path: facts.path, span, newText: ' !override' }] },
  ];
}
