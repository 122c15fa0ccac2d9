import { readPort } from '../ports/read/port.ts';
import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at, type Reader } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** Arguments of the Erlang virtual machine, one flag a line. */
export const vmArgs: Format = defineTreeFormat({
  id: 'vm-args',
  title: 'vm.args of Erlang',
  documentation: 'https://www.erlang.org/doc/apps/kernel/kernel_app.html',
  files: ['vm.args', 'vm.args.*', '*.vm.args'],
  languages: [],
  syntax: text =>
    readKeyValue(text, {
      ...INI,
      separators: '',
      blankSeparates: 'always',
      comments: '#',
      inline: '#',
      quotes: '',
      continuation: 'none',
      sections: false,
    }),
  places: [at('-kernel', distribution())],
  rest: 'nothing',
});

/** `inet_dist_listen_min 9100 inet_dist_listen_max 9200`: what nodes of a cluster listen on. */
function distribution(): Reader {
  return {
    what: 'port (listen, tcp) by the name before it',
    read(node, at) {
      if (node.kind !== 'scalar') return;
      const text = at.text(node);
      for (const { 0: all, 1: digits = '', index } of text.text.matchAll(NAMED)) {
        const end = index + all.length;
        const port = readPort(text, end - digits.length, end);
        at.add({ ...port, role: 'listen', protocols: ['tcp'], confidence: 'certain' }, node.inner);
      }
    },
  };
}

const NAMED = /inet_dist_listen_(?:min|max)[ \t]+(\d{1,9})/g;
