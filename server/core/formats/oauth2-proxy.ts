import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { TCP } from './values/transports.ts';

/** OAuth2 Proxy, whose `.cfg` is TOML. */
export const oauth2Proxy: Format = defineTreeFormat({
  id: 'oauth2-proxy',
  title: 'OAuth2 Proxy',
  documentation: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview/',
  files: ['oauth2{-,_}proxy*.{cfg,toml}'],
  languages: [],
  content: {
    files: ['*.{cfg,conf,toml,template,j2}'],
    test: text => text.includes('cookie_secret') && /^(?:upstreams|http_address|provider)[ \t]*=/m.test(text),
  },
  syntax: readToml,
  places: [
    at('*_address', hostPort('listen', TCP)),
    at('upstreams', hostPort('connect', TCP)),
    at('whitelist_domains', hostPort('allow', TCP)),
    at('redirect_url', hostPort('advertise', TCP)),
  ],
});
