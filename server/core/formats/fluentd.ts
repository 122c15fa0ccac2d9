import { FLUENTD } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** Fluentd. Sources listen, matches dial. */
export const fluentd: Format = defineTreeFormat({
  id: 'fluentd',
  title: 'Fluentd',
  documentation: 'https://docs.fluentd.org/configuration/config-file',
  files: ['{fluent,fluentd,td-agent}{,-,_,.}*.conf', '**/{fluent,fluentd,td-agent}/**/*.conf'],
  except: ['fluent-bit*', 'parsers*.conf'],
  languages: [],
  // Fluent Bit's files have the same names, and both keep them in folders of either name.
  content: {
    files: ['*.{conf,conf.*}'],
    isSure: true,
    test: text => /^[ \t]{0,9}<(?:source>|match[\s>]|filter[\s>])/m.test(text) && /^[ \t]{1,9}@?type\s/m.test(text),
  },
  syntax: text => readDirectives(text, FLUENTD),
  places: [
    at('**.source.**.port.0', port('listen')),
    at('**.match.**.port.0', port('connect')),
    at('**.{buffer,format,parse}.**.{*_size,*_limit,*_interval,timeout}', nothing()),
  ],
});
