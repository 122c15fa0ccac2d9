import { VCL } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { namedArgument } from './directives/namedArgument.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { urls } from './values/urls.ts';
import { backend } from './varnish/backend.ts';

/** The configuration language of Varnish and Fastly. What the daemon listens on is in its arguments. */
export const varnish: Format = defineTreeFormat({
  id: 'varnish',
  title: 'Varnish (VCL)',
  documentation: 'https://varnish-cache.org/docs/trunk/reference/vcl-backend.html',
  files: ['*.vcl', '*.vcl.{j2,erb,template,tmpl,tpl,in,example,sample}'],
  languages: ['vcl'],
  content: {
    files: ['*.{template,tmpl,tpl,j2,erb,conf,txt}'],
    test: text => /^vcl 4\.\d;/m.test(text) || text.includes('sub vcl_recv'),
  },
  leavesOut: ['Ports that code compares with, as in `std.port(server.ip) == 443`.'],
  syntax: text => readDirectives(text, VCL),
  fill: fillTemplate,
  rest: urls(),
  places: [at('**.backend.*', backend()), at('**.set', namedArgument({ role: 'advertise' }))],
});
