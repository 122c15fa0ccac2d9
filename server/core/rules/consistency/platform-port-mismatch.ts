import { showRange } from '../../../../registry/port.ts';
import { basename, dirname } from '../../text/path.ts';
import { mildInTests } from '../mildInTests.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { ownPort } from './ownPort.ts';
import { platformApp } from './platformApp.ts';

type Message = 'fly' | 'kamal' | 'procfile' | 'own';

export const platformPortMismatch: Rule<Message> = defineRule({
  id: 'platform-port-mismatch',
  summary: 'A platform that sends to another port than the one that the application listens on',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    fly: 'Fly.io sends to {port} in the machine, and the {file} names {own} only: let both name the port on which the program listens',
    kamal:
      "Kamal's proxy sends to {port} in the container, and the {file} names {own} only: let both name the port on which the program listens",
    procfile: 'The platform chooses the port of a `web` process and sends nothing to {port}: listen on `$PORT`',
    own: 'The image names {own} here',
  },
  check: mildInTests(function* (context) {
    const { format } = context.facts;
    if (format === 'fly' || format === 'kamal') yield* ofApp(context, format);
    if (format === 'procfile') yield* ofProcfile(context);
  }),
});

function* ofApp(context: RuleContext, message: 'fly' | 'kamal'): Iterable<RawFinding<Message>> {
  const { facts } = context;
  const app = platformApp(context);
  const own = app && ownPort(app.dockerfile);
  if (!own) return;
  const ports = app.occurrences.flatMap(({ value, span, editable }) =>
    value.kind === 'range' ? [{ range: value.range, span, editable }] : [],
  );
  // With several, one may well be for something beside the application.
  if (ports.length === 0 || ports.some(({ range }) => range.first === own.port)) return;
  for (const { range, span, editable } of ports) {
    const port = showRange(range);
    // Something in the file tells that the number is known there.
    if (new RegExp(`(?<!\\d)${range.first}(?!\\d)`).test(app.dockerfile.text)) continue;
    const data = { port, own: own.port, file: basename(app.dockerfile.path) };
    yield {
      at: { path: facts.path, span },
      message,
      data,
      related: [{ path: app.dockerfile.path, span: own.span, message: 'own', data }],
      fixes:
        editable && ports.length === 1
          ? [
              {
                title: `Write ${own.port}`,
                safety: 'suggested',
                edits: [{ path: facts.path, span, newText: `${own.port}` }],
              },
            ]
          : [],
    };
  }
}

/** https://devcenter.heroku.com/articles/procfile#the-web-process-type */
function* ofProcfile({ facts, workspace }: RuleContext): Iterable<RawFinding<Message>> {
  // Others, such as Procfile.dev, are for the developer's own machine.
  if (basename(facts.path) !== 'Procfile' || OF_DEVELOPERS.test(facts.text)) return;
  const listeners = facts.occurrences.filter(({ role, path }) => role === 'listen' && path[0] === 'web');
  const [only, ...others] = listeners;
  if (!only || others.length > 0 || only.value.kind !== 'range' || only.value.range.first === 0) return;
  const { line } = facts.lines.position(only.span.start);
  const command = facts.text.slice(facts.lines.start(line), facts.lines.start(line + 1));
  if (/PORT\b|\b(?:ptvsd|debugpy|pydevd|dlv)\b|--inspect\b/.test(command)) return;
  if (workspace.inFolder(dirname(facts.path)).some(({ stages, text }) => stages && MANAGER.test(text))) return;
  yield {
    at: { path: facts.path, span: only.span },
    message: 'procfile',
    data: { port: showRange(only.value.range) },
    fixes: only.editable
      ? [
          {
            title: 'Listen on $PORT',
            safety: 'suggested',
            edits: [{ path: facts.path, span: only.span, newText: '$PORT' }],
          },
        ]
      : [],
  };
}

/** Servers that a platform gives by other ways run on a developer's machine only. */
const OF_DEVELOPERS =
  /^[\w-]+:.*\b(?:redis-server|postgres|mailhog|mailcatcher|webpack-dev-server|vite|docker|tail)\b/m;

/** A container that starts its processes by the file sets their ports too. */
const MANAGER = /Procfile|\b(?:foreman|honcho|overmind|hivemind|goreman)\b/;
