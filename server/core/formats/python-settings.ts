import { FORMAT_FIELD, fillPlaceholders } from '../ports/read/placeholders.ts';
import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { connection } from './values/connection.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Settings that are Python programs: Django, Flask, Celery, Jupyter, Superset and the like. */
export const pythonSettings: Format = defineTreeFormat({
  id: 'python-settings',
  title: 'Settings in Python',
  documentation: 'https://docs.djangoproject.com/en/stable/ref/settings/#port',
  files: [
    '{settings,config,configuration,conf,constants,celeryconfig,local_settings,default_settings,base_settings}.py',
    '*{_,-}{settings,config,conf,configuration}.py',
    '{settings,config}{_,-}*.py',
    '**/settings/*.py',
    '**/{config,configuration,conf}/*.py',
  ],
  languages: [],
  content: {
    files: ['*.py'],
    test: text => text.includes('DJANGO_SETTINGS') || text.includes('INSTALLED_APPS') || text.includes('get_config()'),
  },
  syntax: codeTree('python'),
  fill: text => fillPlaceholders(text, FORMAT_FIELD),
  places: [
    at('**.DATABASES.*.PORT', port('connect', TCP)),
    at('{broker_url,result_backend,BROKER_URL,CELERY_BROKER_URL,CELERY_RESULT_BACKEND}', connection()),
    at('c.**.port', port('listen', TCP)),
  ],
  rest: codeSetting(),
  leavesOut: ['what the program computes'],
  facts: fromEnvironment(),
});
