import { append } from '../../../text/append.ts';
import type { CommandPort } from '../commandValue.ts';
import { type Rule, rulePorts } from './rulePort.ts';
import type { Token } from './tokens.ts';

/** Which parts of an element are ports: of `10.0.0.1 . 80 : 192.168.0.1 . 8080` the second ones. */
export interface Types {
  readonly keys: readonly boolean[];
  readonly values: readonly boolean[];
}

/** A value or `{ a, b, c : d }`, from the token at `from`. */
export function readElements(tokens: readonly Token[], from: number, types: Types, rule: Rule): readonly CommandPort[] {
  const found: CommandPort[] = [];
  let depth = 0;
  let parts = types.keys;
  let part = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const { text } = token;
    if (text === '{') depth++;
    else if (text === '}') {
      if (--depth <= 0) break;
    } else if (text === ',') {
      parts = types.keys;
      part = 0;
    } else if (text === '.') part++;
    else if (text === ':') {
      parts = types.values;
      part = 0;
    } else if (text !== '\n') {
      const role = parts === types.values ? 'forward' : rule.role;
      const isKey = text.endsWith(':') && text.length > 1;
      if (parts[part] && !token.quoted)
        append(found, rulePorts(token.mapped, { ...rule, role }, 0, isKey ? text.length - 1 : text.length));
      if (isKey) {
        parts = types.values;
        part = 0;
      }
      // What follows the first word of an element is its timeout, counter or comment.
      else if (!/^[.:]$/.test(tokens[at + 1]?.text ?? '')) part = NEVER;
    }
    if (depth === 0 && !/^[.:]$/.test(tokens[at + 1]?.text ?? '') && text !== '.' && text !== ':') break;
  }
  return found;
}

/** No element has so many parts. */
const NEVER = 1000;
