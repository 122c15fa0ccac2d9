import { BRACED_EXPRESSION, fillPlaceholders } from '../ports/read/placeholders.ts';
import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { beginsLine } from '../text/beginsLine.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';

const OPENED = hostPort('listen', { protocols: ['tcp'], bare: true });

/** What only its files have. */
const MARKS = ['pm = ', 'pm=', 'pm.max_children', 'pm.status_path', 'php_admin_value['];

/** The pools of PHP's process manager. */
export const phpFpm: Format = defineTreeFormat({
  id: 'php-fpm',
  title: 'PHP-FPM',
  documentation: 'https://www.php.net/manual/en/install.fpm.configuration.php',
  files: ['php-fpm*.conf', '*.pool.conf', '**/{php-fpm.d,pool.d,fpm.d}/*.conf'],
  languages: [],
  content: {
    files: ['*.{conf,ini}', '*.conf.*'],
    isSure: true,
    test: text =>
      MARKS.some(mark => beginsLine(text, mark)) || (beginsLine(text, '[www]') && beginsLine(text, 'listen')),
  },
  comment: ';',
  syntax: text => readKeyValue(text, { ...INI, inline: ';', separators: '=', continuation: 'none' }),
  fill: text => fillPlaceholders(text, BRACED_EXPRESSION),
  places: [
    at('*.{listen,pm\\.status_listen}', OPENED),
    at('{listen,pm\\.status_listen}', OPENED),
    at('**.php_admin_value[sendmail_path]', command()),
    at('**.{listen.*,access\\.format,request_*,rlimit_*}', nothing()),
  ],
});
