import type { VariableDefinition } from '../../facts/document.ts';
import { readPort } from '../../ports/read/port.ts';
import { faultOf } from '../../ports/value.ts';
import { get, scalar, type Tree } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';

/** The defaults of a template's parameters. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
export function parametersOf({ documents }: Tree): readonly VariableDefinition[] {
  const parameters = get(documents[0], 'Parameters');
  if (parameters?.kind !== 'map') return [];
  return parameters.entries.flatMap(({ key, value }) => {
    const written = scalar(get(value, 'Default'))?.mapped;
    if (!written) return [];
    const port = readPort(written, 0, written.text.length, '-').value;
    const isPort = faultOf(port)?.reason !== 'malformed';
    return [{ name: key.text, nameSpan: key.inner, value: written, ...optional('port', isPort ? port : undefined) }];
  });
}
