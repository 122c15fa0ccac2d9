import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** vsftpd. `connect_from_port_20` is a switch. */
export const vsftpd: Format = defineTreeFormat({
  id: 'vsftpd',
  title: 'vsftpd',
  documentation: 'https://security.appspot.com/vsftpd/vsftpd_conf.html',
  files: ['vsftpd*.conf', 'vsftpd*.conf.*'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text => /^(?:anonymous_enable|chroot_local_user|xferlog_enable)=/m.test(text),
  },
  syntax: text =>
    readKeyValue(text, { ...INI, separators: '=', comments: '#', inline: '', sections: false, continuation: 'none' }),
  fill: fillTemplate,
  places: [
    at('{listen_port,ftp_data_port,pasv_min_port,pasv_max_port}', port('listen', TCP)),
    at('{port_min,port_max}', port('connect', TCP)),
  ],
  rest: 'nothing',
});
