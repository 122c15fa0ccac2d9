import { SYSTEMD } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argumentsOf } from './values/argumentsOf.ts';

/** What the services of distributions start varnishd with. */
export const varnishParams: Format = defineTreeFormat({
  id: 'varnish-params',
  title: 'Varnish (arguments)',
  documentation: 'https://varnish-cache.org/docs/trunk/reference/varnishd.html',
  files: ['varnish.params', '**/{default,sysconfig}/varnish{,ncsa}'],
  languages: [],
  syntax: text => readKeyValue(text, { ...SYSTEMD, sections: false, quotes: '"\'' }),
  places: [at('{DAEMON_OPTS,VARNISHD_OPTS,VARNISH_OPTS}', argumentsOf('varnishd'))],
});
