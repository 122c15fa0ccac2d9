import { BIND } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { wordPort } from './bind/wordPort.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { isAfter } from './directives/isAfter.ts';
import { isArgument } from './directives/isArgument.ts';
import { nameFirst } from './directives/nameFirst.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';

const TCP = { protocols: ['tcp'], range: undefined } as const;

/** BIND's named and rndc. A word `port` has its number behind it, wherever it stands. */
export const bind: Format = defineTreeFormat({
  id: 'bind',
  title: 'BIND',
  documentation: 'https://bind9.readthedocs.io/en/latest/reference.html',
  files: ['named*.conf', 'named*.conf.*', 'rndc.conf', 'bind*.conf', '**/{bind,named,bind9}/*.conf'],
  except: ['*.{md,yml,yaml,sh}'],
  languages: ['named', 'bind'],
  content: {
    files: ['*.', '*.{conf,conf.*,j2,tmpl,txt,zones,options,local}'],
    test: text =>
      /^[ \t]*(?:zone "|options \{|options\{|acl "?\w+"? \{)/m.test(text) &&
      /\b(?:type (?:master|slave|primary|secondary|hint|forward)|allow-query|recursion|listen-on|forwarders)\b/.test(
        text,
      ),
  },
  syntax: text => nameFirst(readDirectives(text, BIND)),
  fill: fillTemplate,
  places: [
    at('**.{tls-port,https-port,http-port}.1', port('listen', TCP)),
    at('**.default-port.1', port('connect', TCP)),
    at(
      '**.{use-v4-udp-ports,use-v6-udp-ports,avoid-v4-udp-ports,avoid-v6-udp-ports}.*.**',
      port('allow', { protocols: ['udp'], range: undefined }),
      isArgument,
    ),
    at('**', wordPort(), isAfter('port')),
  ],
  rest: 'nothing',
});
