import { commandOccurrence } from '../../ports/commandOccurrence.ts';
import { occurrenceOf } from '../../ports/occurrence.ts';
import { type CommandPort, readArguments, readCommandLine } from '../../ports/read/commandLine.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { readProxyLabel } from '../../ports/read/proxyLabel.ts';
import { readUrls } from '../../ports/read/url.ts';
import { settingOccurrence } from '../../ports/settingOccurrence.ts';
import type { Instruction } from '../../syntax/dockerfile.ts';
import { readExecForm } from '../../syntax/execForm.ts';
import { append } from '../../text/append.ts';
import { type Mapped, verbatim } from '../../text/mapped.ts';
import { createCollector } from '../collector.ts';
import type { At } from '../tree/place.ts';
import { readHereDocuments } from '../values/hereDocuments.ts';
import type { Collector } from './collector.ts';
import { readPairs } from './pairs.ts';
import type { StageReading } from './stages.ts';

/** What `RUN` runs while the image is built, and the files that it writes. */
export function collectRun(found: Collector, stage: StageReading, { args, heredocs }: Instruction): void {
  const { text } = found.source;
  if (heredocs.length === 0 && !mayHoldPort(args.text)) return;
  const end = heredocs.at(-1)?.body.end;
  // With here-documents the lines stay as they are; a shell reads both.
  const script = end === undefined ? args : verbatim(text, { start: args.span.start, end: lineEnd(text, end) });
  const words = readExecForm(args);
  const sink = sinkOf(found, stage, 'RUN');
  for (const port of words ? readArguments(words) : readCommandLine(script)) sink.addCommand(port);
  if (end !== undefined) readHereDocuments(script, sink);
  sink.finish();
}

/** Nearly all that a build runs holds no number that could be a port: packages, versions, modes, paths. */
function mayHoldPort(text: string): boolean {
  return AFTER_COLON.test(text) || (NUMBER.test(text) && SPEAKS.test(text));
}

const AFTER_COLON = /:\d{2,5}(?![\w.])/;
const NUMBER = /(?:^|[\s:=,/([{@"'+-])\d{2,5}(?![\w.])/;
const SPEAKS = /(?:^|[^a-z])ports?(?![a-z])|PORT|Port\b|[Ll]isten|\bnc\b|\s-[pP][ =]?\d/;

/** `COPY <<EOF /etc/nginx/nginx.conf`: the text is the file. */
export function collectCopied(found: Collector, stage: StageReading, { args, heredocs }: Instruction): void {
  const target = args.text.slice(args.text.lastIndexOf(' ') + 1);
  const sink = sinkOf(found, stage, 'COPY');
  for (const { body, name } of heredocs)
    sink.embed(target.endsWith('/') ? target + name : target, verbatim(found.source.text, body));
  sink.finish();
}

/** Ports that a label tells to a proxy or a platform, and URLs. */
export function collectLabels(found: Collector, stage: StageReading, args: Mapped): void {
  for (const { name, value } of readPairs('ENV', args, found.escapeChar)) {
    if (!value) continue;
    const text = interpolate(value, 'backslash');
    const path = ['stages', stage.name, 'LABEL', name];
    const place = { token: value.span, namespace: stage.namespace, owner: stage.owner, path };
    const own = readProxyLabel(name, text);
    for (const { port, role } of own)
      found.occurrences.push(occurrenceOf(port, { ...place, role, protocols: ['tcp'], confidence: 'certain' }));
    if (own.length === 0 && !PROSE.test(name))
      for (const port of readUrls(text))
        found.occurrences.push(settingOccurrence({ ...port, role: 'connect', confidence: 'likely' }, place));
  }
}

const PROSE = /(?:description|usage|help|documentation)$/i;

interface Sink extends Pick<At, 'embed' | 'addCommand'> {
  finish(): void;
}

/** Each place counts once, however many readers meet it. */
function sinkOf(found: Collector, stage: StageReading, keyword: string): Sink {
  const own = createCollector();
  const path = ['stages', stage.name, keyword];
  // What is started while the image is built is gone with the build.
  const place = { namespace: { kind: 'unknown' }, owner: stage.owner, path } as const;
  return {
    addCommand: (port: CommandPort) => own.port(commandOccurrence(port, place)),
    embed(file, text) {
      const inner = found.source.embed(file, text);
      for (const occurrence of inner.occurrences) own.port({ ...occurrence, path: [...path, ...occurrence.path] });
      for (const fault of inner.faults) own.fault({ ...fault, path: [...path, ...fault.path] });
    },
    finish() {
      append(found.occurrences, own.occurrences());
      append(found.faults, own.faults());
    },
  };
}

/** The end of the line that closes a here-document. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
