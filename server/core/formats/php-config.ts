import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Settings that are PHP programs: Laravel's `config/`, WordPress, Drupal, Nextcloud and the like. */
export const phpConfig: Format = defineTreeFormat({
  id: 'php-config',
  title: 'Settings in PHP',
  documentation: 'https://laravel.com/docs/configuration',
  files: [
    '**/config/**/*.php',
    '{config,configuration,settings,parameters,params,LocalSettings,database,db,autoload}.php',
    '*{.,-,_}{config,settings}.php',
    '{config,settings}{.,-,_}*.php',
    '*.config.php',
    'wp-config*.php',
  ],
  languages: [],
  content: {
    files: ['*.php'],
    test: text => text.includes('$CONFIG') || (text.includes('return [') && text.includes('env(')),
  },
  comment: '//',
  syntax: codeTree('php'),
  places: [],
  rest: codeSetting(),
  facts: fromEnvironment(),
});
