import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** lighttpd. Its files are assignments of numbers, strings and hashes with `=>`, as Ruby has them. */
export const lighttpd: Format = defineTreeFormat({
  id: 'lighttpd',
  title: 'lighttpd',
  documentation: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Server_portDetails',
  files: [
    'lighttpd*.conf',
    '*{.,-,_}lighttpd.conf',
    '**/lighttpd/{conf-available,conf-enabled,conf.d,vhosts.d}/*.conf',
    'lighttpd*.conf.{j2,erb,in,template,example,sample}',
  ],
  languages: ['lighttpd'],
  content: {
    files: ['*.{conf,cfg,in,template,j2,example,sample}'],
    test: text =>
      ['server.document-root', 'server.modules', 'proxy.server', 'fastcgi.server', '$SERVER["socket"]', '$HTTP["'].some(
        word => text.includes(word),
      ),
  },
  syntax: codeTree('ruby'),
  places: [
    // What a condition compares with, `$SERVER["socket"] == ":443"`, has no name.
    at('', hostPort('listen', TCP)),
    at('server.port', port('listen', TCP)),
    at('server.bind', hostPort('listen', TCP)),
    at('**.server.**.port', port('connect', TCP)),
    at('ssl.*', nothing()),
    at('url.**', urls('advertise')),
  ],
});
