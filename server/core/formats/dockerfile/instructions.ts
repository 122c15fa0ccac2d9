import { commandOccurrence } from '../../ports/commandOccurrence.ts';
import { readImage } from '../../ports/image.ts';
import type { Namespace, PortOccurrence, PortRole } from '../../ports/occurrence.ts';
import { type CommandPort, readArguments, readCommandLine, readOptions } from '../../ports/read/commandLine.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { readPort } from '../../ports/read/port.ts';
import { readSetting } from '../../ports/read/setting.ts';
import { settingOccurrence } from '../../ports/settingOccurrence.ts';
import type { Instruction } from '../../syntax/dockerfile.ts';
import { unquote } from '../../syntax/dockerWords.ts';
import { readExecForm } from '../../syntax/execForm.ts';
import { append } from '../../text/append.ts';
import { type Mapped, originOf, slice } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';
import { covers } from '../../text/span.ts';
import { variable } from '../variables/variable.ts';
import { collectCopied, collectLabels, collectRun } from './build.ts';
import type { Collector } from './collector.ts';
import { collectExpose } from './expose.ts';
import { readPairs } from './pairs.ts';
import type { StageReading } from './stages.ts';

/** Adds the ports of one instruction; `stage` is undefined before the first `FROM`. */
export function collectInstruction(found: Collector, stage: StageReading | undefined, instruction: Instruction): void {
  const { keyword, args, flags, trigger } = instruction;
  if (trigger) collectInstruction(found, stage, trigger);
  else if (keyword === 'ENV' || keyword === 'ARG') collectSettings(found, stage, keyword, args);
  else if (!stage) return;
  else if (keyword === 'FROM') collectImage(found, stage, stage.base, ['stages', stage.name, 'FROM']);
  else if (keyword === 'EXPOSE') collectExpose(found, stage, instruction);
  else if (keyword === 'RUN') collectRun(found, stage, instruction);
  else if (keyword === 'LABEL') collectLabels(found, stage, args);
  else if (keyword === 'CMD' || keyword === 'ENTRYPOINT') collectCommand(found, stage, keyword, args);
  else if (keyword === 'HEALTHCHECK') collectHealthCheck(found, stage, args);
  else if (keyword === 'COPY') {
    const from = flags.find(({ name }) => name === 'from')?.value;
    collectImage(found, stage, from && unquote(from, found.escapeChar), ['stages', stage.name, 'COPY']);
    collectCopied(found, stage, instruction);
  }
}

function collectSettings(
  found: Collector,
  stage: StageReading | undefined,
  keyword: 'ENV' | 'ARG',
  args: Mapped,
): void {
  const known = (name: string): string | undefined => {
    const text = found.scopes.find(stage, name, Number.POSITIVE_INFINITY)?.value.text;
    return text !== undefined && text.length <= LONGEST_VALUE ? text : undefined;
  };
  for (const { name, nameSpan, value } of readPairs(keyword, args, found.escapeChar)) {
    const definition = value && variable(name, nameSpan, interpolate(value, 'backslash', known));
    found.scopes.declare(stage, { keyword, name, at: nameSpan.start, definition });
    if (!value || !definition) continue;
    found.variables.push(definition);
    const path = stage ? ['stages', stage.name, keyword, name] : [keyword, name];
    const place = { namespace: stage?.namespace ?? UNKNOWN_PLACE, ...optional('owner', stage?.owner), path };
    const settings = readSetting(name, interpolate(value, 'backslash'), found.source.words);
    for (const setting of settings) {
      found.occurrences.push(
        settingOccurrence(setting, {
          ...place,
          token: originOf(value, 0, value.text.length).span,
        }),
      );
    }
    if (settings.length === 0) {
      append(
        found.occurrences,
        readOptions(name, value).map(port => commandOccurrence(port, place)),
      );
    }
  }
}

/** In characters: a value that holds itself twice must not grow without end. */
const LONGEST_VALUE = 1000;

const UNKNOWN_PLACE: Namespace = { kind: 'unknown' };

/** `FROM localhost:5000/app:1`: the registry's port, not the tag. */
function collectImage(
  found: Collector,
  stage: StageReading,
  written: Mapped | undefined,
  path: PortOccurrence['path'],
): void {
  if (!written) return;
  const reference = interpolate(written, 'backslash');
  const { text } = reference;
  const { registryPort } = readImage(text);
  if (!registryPort) return;
  const { at, length } = registryPort;
  const host = text.slice(0, at - 1);
  found.occurrences.push({
    ...readPort(reference, at, at + length),
    token: originOf(reference, 0, text.length).span,
    role: 'registry',
    namespace: { kind: 'remote', id: host },
    protocols: ['tcp'],
    owner: stage.owner,
    host,
    path,
    confidence: 'certain',
  });
}

function collectCommand(found: Collector, stage: StageReading, keyword: 'CMD' | 'ENTRYPOINT', args: Mapped): void {
  const words = readExecForm(args);
  const alone = words ? readArguments(words) : readCommandLine(args);
  // `ENTRYPOINT ["gunicorn"]` and `CMD ["-b", ":8000"]` are one command line.
  const whole = keyword === 'CMD' && words && stage.entrypoint ? readArguments([...stage.entrypoint, ...words]) : [];
  const inside = whole.filter(port => covers(args.span, port.span));
  const more = alone.filter(port => !inside.some(other => other.span.start === port.span.start));
  add(found, stage, keyword, [...inside, ...more]);
}

/** `HEALTHCHECK --interval=5s CMD curl -f http://localhost:8080/` */
function collectHealthCheck(found: Collector, stage: StageReading, args: Mapped): void {
  const keyword = /^CMD\s+/i.exec(args.text)?.[0];
  if (keyword === undefined) return;
  const command = slice(args, keyword.length, args.text.length);
  const words = readExecForm(command);
  add(found, stage, 'HEALTHCHECK', words ? readArguments(words) : readCommandLine(command), 'probe');
}

function add(
  found: Collector,
  stage: StageReading,
  keyword: string,
  ports: readonly CommandPort[],
  role?: PortRole,
): void {
  const place = { namespace: stage.namespace, owner: stage.owner };
  for (const [index, port] of ports.entries()) {
    const path = ['stages', stage.name, keyword, index];
    found.occurrences.push(commandOccurrence(port, { ...place, path }, role));
  }
}
