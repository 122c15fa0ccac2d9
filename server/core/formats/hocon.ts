import { fillPlaceholders, MUSTACHE, type PlaceholderForm } from '../ports/read/placeholders.ts';
import { readHocon } from '../syntax/hocon.ts';
import { beginsLine } from '../text/beginsLine.ts';
import { defineFormat, type Format } from './format.ts';
import { withActions } from './helm/withActions.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

const LISTEN = port('listen', TCP);

/** `${?HTTP_PORT}` counts only where the variable is set. */
const SUBSTITUTION: PlaceholderForm = {
  open: '${',
  close: '}',
  read: inner => ({ name: inner.replace(/^\?/, '') }),
};

const TREE: Format = defineTreeFormat({
  id: 'hocon',
  title: 'HOCON of Akka, Pekko, Play and EMQX',
  documentation: 'https://github.com/lightbend/config/blob/main/HOCON.md',
  files: ['application.conf', 'application{-,_,.}*.conf', 'reference.conf', '*.hocon', '*.hocon.*', 'emqx*.conf'],
  languages: ['hocon'],
  content: { files: ['*.conf', '*.conf.*'], isSure: true, test: looksLikeHocon },
  syntax: readHocon,
  fill: text => fillPlaceholders(fillPlaceholders(text, MUSTACHE), SUBSTITUTION),
  places: [
    at('**.{play.server,server,play}.{http,https}.port', LISTEN),
    at('**.{artery,netty.tcp,netty.ssl}.{canonical.port,bind.port,port,bind-port}', LISTEN),
    at('**.management.http.{port,bind-port}', LISTEN),
    at('**.ice.udp.port', port('listen', UDP)),
    // EMQX. https://docs.emqx.com/en/emqx/latest/configuration/listener.html
    at('**.listeners.**.bind', hostPort('listen', { ...TCP, bare: true })),
    at('**.seed-nodes', connection()),
    at('**.db.**.url', connection()),
    at('**.{loglevel,log-config-on-start,dispatcher,default-dispatcher}', nothing()),
  ],
});

/** Settings of JVM programs; those of containers often come out of Go templates. */
export const hocon: Format = defineFormat({
  ...TREE,
  read: source => withActions(TREE.read(source), source.text),
});

/** Its own substitutions, or the names of what uses it, at the beginning of a line. */
function looksLikeHocon(text: string): boolean {
  if (text.includes('${?') && /[={]/.test(text)) return true;
  return TELLING.some(key => beginsLine(text, key));
}

const TELLING = [
  'akka {',
  'akka.',
  'pekko {',
  'pekko.',
  'play {',
  'play.',
  'jibri {',
  'jicofo {',
  'videobridge {',
  'include "application',
  'include classpath(',
];
