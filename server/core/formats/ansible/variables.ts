import type { VariableDefinition, VariableSource } from '../../facts/document.ts';
import { fillPlaceholders, JINJA } from '../../ports/read/placeholders.ts';
import { get, items, type Tree } from '../../syntax/tree.ts';
import type { Mapped } from '../../text/mapped.ts';
import { dirname } from '../../text/path.ts';
import type { TreeFormat } from '../tree/treeFormat.ts';
import { ownFile } from '../variables/fromEnvironment.ts';
import { portVariables } from '../variables/portVariables.ts';

/** What a playbook or a file of variables sets, and what is set beside it for all machines. */
export const ansibleFacts: NonNullable<TreeFormat['facts']> = (tree, source) => {
  const groups = groupVariables(`${dirname(source.path)}/group_vars`);
  return { variables: variablesOf(tree), variableSources: [ownFile(source), ...groups] };
};

/**
 * The variables of the role that a file belongs to, be it a task or a template, those that go before others first.
 * https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_variables.html#understanding-variable-precedence
 */
export function roleSources(path: string): readonly VariableSource[] {
  const { role, roles } = /^(?<role>(?<roles>.*)\/roles\/[^/]+)\/[^/]+\/./.exec(path)?.groups ?? {};
  if (role === undefined || roles === undefined) return [];
  const main = 'main.{yml,yaml}';
  return [
    { folder: `${role}/vars`, files: main },
    ...groupVariables(`${roles}/group_vars`),
    { folder: `${role}/defaults`, files: main },
  ];
}

/** Of the groups only `all` is sure to hold the machine. */
function groupVariables(folder: string): readonly VariableSource[] {
  return [
    { folder, files: 'all{,.yml,.yaml}' },
    { folder: `${folder}/all`, files: '*' },
  ];
}

function variablesOf({ documents }: Tree): readonly VariableDefinition[] {
  const options = { isDeep: true, fill } as const;
  return documents.flatMap(document =>
    document.kind === 'map'
      ? portVariables(document, options)
      : items(document).flatMap(play => portVariables(get(play, 'vars'), options)),
  );
}

function fill(text: Mapped): Mapped {
  return fillPlaceholders(text, JINJA);
}
