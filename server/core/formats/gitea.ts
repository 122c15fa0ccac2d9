import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { providerConfig } from './gitea/providerConfig.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Gitea, Forgejo and Gogs. */
export const gitea: Format = defineTreeFormat({
  id: 'gitea',
  title: 'Gitea, Forgejo',
  documentation: 'https://docs.gitea.com/administration/config-cheat-sheet',
  files: ['**/{gitea,forgejo,gogs}/**/app*.ini', 'app.ini', 'app.ini.*', 'app.*.ini', 'gitea*.ini'],
  languages: [],
  content: { files: ['*.{ini,tmpl,j2}'], test: text => /^APP_NAME[ \t]*=/m.test(text) },
  syntax: text => readKeyValue(text, { ...INI, separators: '=', continuation: 'none', quotes: '"`' }),
  fill: fillTemplate,
  places: [
    at('server.{HTTP_PORT,SSH_LISTEN_PORT,PORT_TO_REDIRECT}', port('listen', TCP)),
    at('server.SSH_PORT', port('advertise', TCP)),
    at('server.ROOT_URL', connection('advertise')),
    at('server.LOCAL_ROOT_URL', connection()),
    at('{database,mailer}.HOST', hostPort('connect', TCP)),
    at('mailer.SMTP_PORT', port('connect', TCP)),
    at('session.PROVIDER_CONFIG', providerConfig()),
    at('{cache.HOST,queue*.CONN_STR,indexer.*_CONN_STR}', connection()),
  ],
});
