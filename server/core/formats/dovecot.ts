import { DOVECOT } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { assignments } from './directives/assignments.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Dovecot. `port = 0` turns a listener off. */
export const dovecot: Format = defineTreeFormat({
  id: 'dovecot',
  title: 'Dovecot',
  documentation: 'https://doc.dovecot.org/latest/core/config/service.html',
  files: [
    'dovecot*.conf',
    'dovecot*.conf.*',
    '**/dovecot/*.{conf,ext}',
    '**/dovecot/conf.d/*.{conf,ext}',
    'dovecot-*.conf.ext',
  ],
  except: ['*.{md,yml,yaml,sh}'],
  languages: ['dovecot'],
  content: {
    files: ['*.{conf,ext,conf.*,j2,tmpl,cf}'],
    test: text =>
      /^[ \t]*(?:inet_listener|unix_listener|passdb|userdb|mail_plugins|mail_location|ssl_protocols|disable_plaintext_auth)\b/m.test(
        text,
      ) && !text.includes(';\n'),
  },
  syntax: text => readDirectives(text, DOVECOT),
  fill: fillTemplate,
  places: [
    at('**.inet_listener.**.port.0', port('listen', TCP)),
    at('**.{connect,args,default_fields,override_fields}', assignments({ role: 'connect' })),
    at('**.*_port.0', port('connect', TCP)),
    at('**.{hosts,director_servers}', hostPort('connect', TCP)),
    at(
      '**.{protocols,process_limit,client_limit,service_count,vsz_limit,mail_max_userip_connections,first_valid_uid,last_valid_uid}',
      nothing(),
    ),
  ],
});
