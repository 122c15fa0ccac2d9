import { SYSCTL } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { TCP } from './values/transports.ts';

/** `kong.conf`: lists of addresses with words behind each. */
export const kong: Format = defineTreeFormat({
  id: 'kong',
  title: 'Kong',
  documentation: 'https://developer.konghq.com/gateway/configuration/#proxy-listen',
  files: ['kong*.conf', 'kong.conf.*'],
  languages: [],
  content: {
    files: ['*.{conf,template,tmpl,tpl,j2,example,sample,default}'],
    test: text => text.includes('proxy_listen') && text.includes('admin_listen'),
  },
  syntax: text => readKeyValue(text, SYSCTL),
  places: [
    at('*_listen', hostPort('listen', TCP)),
    at('dns_resolver', hostPort('connect', { protocols: ['udp', 'tcp'] })),
  ],
});
