import { readOptions } from '../../ports/read/commandLine.ts';
import { readSetting } from '../../ports/read/setting.ts';
import { get, type Node, type Scalar, scalar } from '../../syntax/tree.ts';
import { type Mapped, slice } from '../../text/mapped.ts';
import type { At, Reader } from '../tree/place.ts';
import { mayHoldPort } from './mayHoldPort.ts';

/** Environment variables: a map, also with `{value, description}`, a list of `NAME=value`, or one of `{name, value}`. */
export function environment(): Reader {
  return {
    what: 'environment variables, by the words of their names',
    read(node, at) {
      for (const { name, value, token } of variablesOf(node, at)) {
        const options = readOptions(name, value);
        for (const port of options) at.addCommand(port);
        if (options.length === 0) for (const port of readSetting(name, value, at.words)) at.add(port, token.inner);
      }
    },
  };
}

interface Written {
  readonly name: string;
  readonly value: Mapped;
  readonly token: Scalar;
}

function variablesOf(node: Node, at: At): readonly Written[] {
  if (node.kind === 'map')
    return node.entries.flatMap(({ key, value }) =>
      variable(key.text, scalar(value) ?? scalar(get(value, 'value')), at),
    );
  if (node.kind === 'scalar') return assignment(node, at);
  return node.items.flatMap(item => {
    if (item.kind === 'scalar') return assignment(item, at);
    const name = scalar(get(item, 'name') ?? get(item, 'Name') ?? get(item, 'key'));
    return name ? variable(name.text, scalar(get(item, 'value') ?? get(item, 'Value')), at) : variablesOf(item, at);
  });
}

function variable(name: string, value: Scalar | undefined, at: At): readonly Written[] {
  return value && mayHoldPort(value) ? [{ name, value: at.text(value), token: value }] : [];
}

function assignment(item: Scalar, at: At): readonly Written[] {
  const text = at.text(item);
  const cut = text.text.indexOf('=');
  return cut < 0 ? [] : [{ name: text.text.slice(0, cut), value: slice(text, cut + 1, text.text.length), token: item }];
}
