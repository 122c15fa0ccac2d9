import type { DocumentFacts } from '../../facts/document.ts';
import { type StartedContainer, variablesOf } from './startedContainer.ts';

/**
 * One of the `services` of a job: the keys around the `ports` that an offset lies in.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idservices
 */
export function jobContainer({ text, lines }: DocumentFacts, offset: number): StartedContainer | undefined {
  const lineAt = (line: number): string => text.slice(lines.start(line), lines.start(line + 1));
  const at = lines.position(offset).line;
  let ports = at;
  while (ports > 0 && at - ports < MOST_LINES && !PORTS.test(lineAt(ports))) ports--;
  const indent = PORTS.exec(lineAt(ports))?.[1]?.length ?? 0;
  if (indent === 0) return undefined;
  const isInside = (line: number): boolean => {
    const written = lineAt(line);
    return /^\s*(?:#|$)/.test(written) || written.search(/\S/) >= indent;
  };
  let first = ports;
  while (first > 0 && ports - first < MOST_LINES && isInside(first - 1)) first--;
  let last = ports;
  while (last + 1 < lines.count() && last - ports < MOST_LINES && isInside(last + 1)) last++;
  const span = { start: lines.start(first), end: lines.start(last + 1) };
  return read(text.slice(span.start, span.end).replace(/^[ \t]*#.*$/gm, ''), span);
}

/** Nobody writes a service as long as this, and each mapping looks for its own. */
const MOST_LINES = 60;

const PORTS = /^([ \t]*)["']?ports["']?[ \t]*:/;

function read(block: string, span: StartedContainer['span']): StartedContainer | undefined {
  const settings = [...block.matchAll(/^[ \t]*(?:-[ \t]+)?["']?([A-Za-z_]\w*)["']?[ \t]*:[ \t]+(\S.*)$/gm)];
  const variables = settings
    .filter(([, name = '']) => !KEYS.has(name))
    .map(([, name = '', value = '']) => [name, value.includes('${{') ? undefined : value] as const);
  const options = [...block.matchAll(/(?:\s|^)(?:-e|--env)[= \t]\s*["']?([^\s"']+)/g)].map(([, word = '']) => word);
  const chosen = settings.some(([, name = '', value = '']) => KEYS.has(name) && value.includes('${{'));
  return {
    span,
    isCommand: false,
    // An expression chooses the image, or what it is started with.
    isBuilt: chosen,
    replacesCommand: /^[ \t]*(?:command|entrypoint|args):/m.test(block) || /--(?:entrypoint|net)/.test(block),
    // What an anchor or a merge brings stands elsewhere, and braces are not read here.
    openEnvironment: /--env-file|--mount|--volumes-from|<<:|:[ \t]+[*{]/.test(block),
    variables: new Map([...variables, ...variablesOf(options)]),
    mounts: [...block.matchAll(/[\w./-]+:(\/[^\s:"']*)/g)].map(([, target = '']) => target),
  };
}

const KEYS: ReadonlySet<string> = new Set(['image', 'ports', 'options', 'env', 'volumes', 'credentials']);
