import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** CouchDB. A port of 0 lets the system choose. */
export const couchdb: Format = defineTreeFormat({
  id: 'couchdb',
  title: 'CouchDB',
  documentation: 'https://docs.couchdb.org/en/stable/config/http.html',
  files: ['couchdb*.ini', '**/couchdb/**/*.ini'],
  languages: [],
  content: { files: ['*.{ini,ini.*}'], test: text => text.includes('[chttpd]') || text.includes('[couch_httpd_auth]') },
  syntax: text => readKeyValue(text, { ...INI, separators: '=' }),
  places: [
    at('{chttpd,httpd,ssl,prometheus}.port', port('listen', { protocols: ['tcp'], addressKey: 'bind_address' })),
    at('{admins,couch_httpd_auth,cluster}', nothing()),
  ],
});
