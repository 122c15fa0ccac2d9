import { fillPlaceholders, type PlaceholderForm } from '../ports/read/placeholders.ts';
import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Mapped } from '../text/mapped.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { environmentText } from './values/environmentText.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';

/** Supervisor: its HTTP server, and the commands that it keeps running. */
export const supervisord: Format = defineTreeFormat({
  id: 'supervisord',
  title: 'Supervisor',
  documentation: 'http://supervisord.org/configuration.html',
  files: [
    'supervisord*.{conf,ini}',
    'supervisor*.{conf,ini}',
    '**/supervisor{,d}/{,conf.d/,conf/}*.{conf,ini}',
    '**/supervisord.d/*',
  ],
  languages: [],
  content: {
    files: ['*.{conf,ini}', '*.{conf,ini}.*'],
    isSure: true,
    test: text => text.includes('[supervisord]') || text.includes('[program:') || text.includes('[supervisorctl]'),
  },
  syntax: text => readKeyValue(text, { ...INI, inline: ';' }),
  fill,
  places: [
    at('inet_http_server.port', hostPort('listen', { protocols: ['tcp'], bare: true })),
    at('supervisorctl.serverurl', connection()),
    at('fcgi-program:*.socket', connection('listen')),
    at('*.command', command()),
    at('*.environment', environmentText(',')),
    at(
      '*.{numprocs,numprocs_start,priority,startsecs,startretries,stopwaitsecs,minfds,minprocs,umask,exitcodes}',
      nothing(),
    ),
    at('*.{stdout_*,stderr_*,logfile*,stopsignal,process_name}', nothing()),
  ],
});

/** `%(ENV_PORT)s` and `%(process_num)02d`, which have no defaults. */
function fill(text: Mapped): Mapped {
  return FORMS.reduce(fillPlaceholders, text);
}

const FORMS: readonly PlaceholderForm[] = [')s', ')d', ')02d', ')03d'].map(close => ({
  open: '%(',
  close,
  read: name => ({ name }),
}));
