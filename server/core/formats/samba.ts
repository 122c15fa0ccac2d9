import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** Samba. */
export const samba: Format = defineTreeFormat({
  id: 'samba',
  title: 'Samba',
  documentation: 'https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html',
  files: ['smb*.conf', 'smb.conf.*', '**/samba/*.conf'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text => /^[ \t]*(?:workgroup|netbios name|map to guest)[ \t]*=/m.test(text),
  },
  syntax: text => readKeyValue(text, { ...INI, separators: '=', continuation: 'backslash' }),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('*.{smb ports,cldap port,dgram port,nbt port,web port}', port('listen')),
    at('*.rpc server dynamic port range', port('listen', TCP)),
    at('*.passdb backend', urls()),
  ],
  rest: 'nothing',
});
