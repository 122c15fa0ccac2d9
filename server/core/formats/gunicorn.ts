import { FORMAT_FIELD, fillPlaceholders } from '../ports/read/placeholders.ts';
import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { each } from './values/each.ts';
import { environment } from './values/environment.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { UDP } from './values/transports.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Gunicorn and Hypercorn, whose configuration is a Python module. */
export const gunicorn: Format = defineTreeFormat({
  id: 'gunicorn',
  title: 'Gunicorn and Hypercorn in Python',
  documentation: 'https://docs.gunicorn.org/en/stable/settings.html#bind',
  files: ['{gunicorn,hypercorn}*.py', '*{_,-,.}{gunicorn,hypercorn}*.py'],
  languages: [],
  content: {
    files: ['*.py'],
    test: text => /^bind *= *["'[f]/m.test(text) && text.includes('worker'),
  },
  syntax: codeTree('python'),
  fill: text => fillPlaceholders(text, FORMAT_FIELD),
  places: [
    at('{bind,insecure_bind}', each(hostPort('listen', { protocols: ['tcp'], bare: true }))),
    at('quic_bind', each(hostPort('listen', UDP))),
    at('statsd_host', hostPort('connect', UDP)),
    at('raw_env', each(environment())),
    at('{backlog,max_requests,max_requests_jitter,timeout,graceful_timeout,keepalive}', nothing()),
  ],
  rest: codeSetting(),
  facts: fromEnvironment(),
});
