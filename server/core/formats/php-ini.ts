import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { beginsLine } from '../text/beginsLine.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const DIALLED = port('connect', TCP);

/** Settings of PHP, with those of Xdebug, which dials the editor. */
export const phpIni: Format = defineTreeFormat({
  id: 'php-ini',
  title: 'php.ini',
  documentation: 'https://www.php.net/manual/en/ini.list.php',
  files: ['php.ini', 'php*.ini', '*{-,_,.}php.ini', 'php.ini-*', '*xdebug*.ini', '**/php/**/conf.d/*.ini', '.user.ini'],
  languages: [],
  content: { files: ['*.ini', '*.ini.*'], isSure: true, test: looksLikePhp },
  comment: ';',
  syntax: text => readKeyValue(text, { ...INI, separators: '=', continuation: 'none' }),
  dotted: true,
  places: [
    at('**.xdebug.{client_port,remote_port}', DIALLED),
    at('**.{mysql,mysqli,pgsql}.default_port', DIALLED),
    at('**.smtp_port', DIALLED),
    at('**.sendmail_path', command()),
    at('**.session.save_path', connection()),
  ],
});

function looksLikePhp(text: string): boolean {
  return ['xdebug.', 'opcache.', 'memory_limit', 'session.save_', 'post_max_size', 'max_execution_time'].some(key =>
    beginsLine(text, key),
  );
}
