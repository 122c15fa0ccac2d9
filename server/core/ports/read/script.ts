import { type Mapped, slice } from '../../text/mapped.ts';
import type { PortRole } from '../occurrence.ts';
import { type CommandPort, fromNetwork } from './commandValue.ts';
import { networkPort } from './networkPort.ts';
import { readUrls } from './url.ts';

/**
 * A program of one line in Python, JavaScript, Ruby, PHP or Perl, as the health checks of images without curl are:
 * `node -e "fetch('http://localhost:3000/')"`, `python -c "…create_connection(('localhost', 8000))"`. What is no URL is
 * read only in the forms below.
 */
export function readScript(script: Mapped): readonly CommandPort[] {
  return [
    ...readUrls(script).map(port => fromNetwork(port, slice(script, 0, script.text.length), 'connect')),
    ...FORMS.flatMap(({ pattern, role }) =>
      [...script.text.matchAll(pattern)].flatMap(match => readForm(script, match, role)),
    ),
  ];
}

function readForm(script: Mapped, { 0: all, index, groups }: RegExpMatchArray, role: PortRole): readonly CommandPort[] {
  const { host, port = '' } = groups ?? {};
  const start = index ?? 0;
  const to = start + all.length;
  const at = host === undefined ? -1 : start + all.indexOf(host);
  const found = networkPort(
    script,
    { from: to - port.length, to },
    at < 0 ? undefined : { from: at, to: at + (host ?? '').length },
    undefined,
    ['tcp'],
  );
  return found ? [fromNetwork(found, slice(script, start, to), role)] : [];
}

const FORMS: readonly { readonly pattern: RegExp; readonly role: PortRole }[] = [
  // `http.get({port: 3000})`, `Redis(port=6379)`
  { pattern: /\bport['"]?\s{0,9}[:=]\s{0,9}['"]?(?<port>\d{1,5})(?![\w.])/gi, role: 'connect' },
  {
    pattern:
      /\b(?:connect|connect_ex|createConnection|create_connection|fsockopen|HTTPConnection|TCPSocket\.new)\(\(?\s{0,9}(?:['"](?<host>[\w.:-]{1,255})['"]\s{0,9},\s{0,9})?(?<port>\d{1,5})(?![\w.])/g,
    role: 'connect',
  },
  // `process.env.PORT || 3000`, `os.environ.get('PORT', 8000)`
  { pattern: /PORT['"\])]{0,3}\s{0,9}(?:\|\||\?\?|,|or\s)\s{0,9}['"]?(?<port>\d{1,5})(?![\w.])/g, role: 'connect' },
  // A socket's `listen` takes the length of its queue.
  { pattern: /(?<!sock|socket|\bs)\.listen\(\s{0,9}(?<port>\d{1,5})(?![\w.])/gi, role: 'listen' },
  {
    pattern:
      /\b(?:bind|\w{0,20}Server)\(\(\s{0,9}['"](?<host>[\w.:-]{0,255})['"]\s{0,9},\s{0,9}(?<port>\d{1,5})(?![\w.])/g,
    role: 'listen',
  },
];
