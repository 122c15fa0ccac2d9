import { INI } from '../../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../../syntax/keyValue.ts';
import { readToml } from '../../syntax/toml.ts';
import type { Tree } from '../../syntax/tree.ts';
import { readYaml } from '../../syntax/yaml/readYaml.ts';

/** The old form is INI with `[common]`, the new one TOML or YAML. */
export function readTomlOrIni(text: string): Tree {
  if (/^[ \t]*\[common\]/m.test(text)) return readKeyValue(text, INI);
  return /^[ \t]*[\w.]+[ \t]*=/m.test(text) ? readToml(text) : readYaml(text);
}
