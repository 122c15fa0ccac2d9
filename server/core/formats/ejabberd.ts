import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** ejabberd. `@HOST@` stands for each virtual host. */
export const ejabberd: Format = defineTreeFormat({
  id: 'ejabberd',
  title: 'ejabberd',
  documentation: 'https://docs.ejabberd.im/admin/configuration/listen/',
  files: ['ejabberd{,-,_,.}*.{yml,yaml,cfg}', 'ejabberd.yml.*'],
  languages: [],
  content: { files: ['*.{yml,yaml}'], test: text => text.includes('module: ejabberd_') },
  syntax: readYaml,
  places: [
    at('listen.*.port', port('listen', { protocolKey: 'transport', addressKey: 'ip' })),
    at('listen.*.{turn_min_port,turn_max_port}', port('listen', UDP)),
    at('**.{sql_port,ldap_port,redis_port}', port('connect', TCP)),
    at('modules.*.port', port('listen', TCP)),
    at('**.{put_url,get_url,host_meta_url,captcha_url}', urls('advertise')),
    at('{acl,access_rules,shaper,shaper_rules,api_permissions}', nothing()),
  ],
});
