import { fillPlaceholders, type PlaceholderForm } from '../ports/read/placeholders.ts';
import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { readXml } from '../syntax/xml.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { extension } from '../text/path.ts';
import { defineFormat, type Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';

const OPENED = hostPort('listen', { protocols: ['tcp'], bare: true });

/** `$(PORT)` is a variable of the environment. */
const VARIABLE: PlaceholderForm = { open: '$(', close: ')', read: name => ({ name }) };

const ABOUT = {
  id: 'uwsgi',
  title: 'uWSGI',
  documentation: 'https://uwsgi-docs.readthedocs.io/en/latest/Options.html',
  files: ['*uwsgi*.{ini,yaml,yml,xml,conf}', '**/uwsgi/**/*.{ini,yaml,yml,xml}'],
  languages: [],
  content: {
    files: ['*.{ini,yaml,yml,xml}', '*.ini.*'],
    test: text => text.includes('[uwsgi]') || text.includes('\nuwsgi:') || text.includes('<uwsgi'),
  },
  places: [
    at('**.{http,https,http-socket,https-socket,socket,uwsgi-socket,ssl-socket,suwsgi-socket}', OPENED),
    at('**.{http11-socket,https2,http2-socket,fastcgi-socket,scgi-socket,shared-socket,raw-socket,fastrouter}', OPENED),
    at('**.{stats,stats-server,http-stats,emperor-stats,fastrouter-stats,rpc-socket,http-subscription-server}', OPENED),
    at('**.{udp,snmp}', hostPort('listen', { protocols: ['udp'], bare: true })),
    at('**.{http-to,fastrouter-to,subscribe-to,subscribe2,carbon,stats-push,rsyslog,log-socket}', hostPort('connect')),
    at('**.env', environment()),
    at('**.{attach-daemon,attach-daemon2,smart-attach-daemon,hook-*,exec-*}', command()),
    // The length of the queue of waiting connections.
    at(
      '**.{listen,*-timeout,*-sockets,chmod-*,buffer-size,uid,gid,max-*,harakiri,cheaper*,post-buffering*}',
      nothing(),
    ),
  ],
  fill: text => fillPlaceholders(text, VARIABLE),
} satisfies Omit<Parameters<typeof defineTreeFormat>[0], 'syntax'>;

const IN_INI = defineTreeFormat({
  ...ABOUT,
  syntax: text => readKeyValue(text, { ...INI, separators: '=', continuation: 'none' }),
});
const IN_YAML = defineTreeFormat({ ...ABOUT, syntax: readYaml });
const IN_XML = defineTreeFormat({ ...ABOUT, syntax: readXml });

/** uWSGI: sockets under keys that may be repeated, in INI, XML or YAML. */
export const uwsgi: Format = defineFormat({
  ...IN_INI,
  read(source) {
    const ending = extension(source.path).toLowerCase();
    const reader = ending === 'xml' ? IN_XML : ending === 'yml' || ending === 'yaml' ? IN_YAML : IN_INI;
    return reader.read(source);
  },
});
