import { HAPROXY } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { isAfter } from './directives/isAfter.ts';
import { isArgument } from './directives/isArgument.ts';
import { namedArgument } from './directives/namedArgument.ts';
import { serverBlocks } from './directives/serverBlocks.ts';
import type { Format } from './format.ts';
import { address } from './haproxy/address.ts';
import { bindAddress, serverAddress } from './haproxy/checkedAddress.ts';
import { expression } from './haproxy/expression.ts';
import { fillHaproxy } from './haproxy/fillHaproxy.ts';
import { looksLikeHaproxy } from './haproxy/looksLikeHaproxy.ts';
import { option } from './haproxy/option.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { nothing } from './values/nothing.ts';
import { urls } from './values/urls.ts';
import { isUnder } from './zeroFaults.ts';

const FRONTENDS: ReadonlySet<string> = new Set(['frontend', 'listen']);

/** HAProxy. Which of its addresses are bound on one machine at one time the file does not tell. */
export const haproxy: Format = defineTreeFormat({
  id: 'haproxy',
  title: 'HAProxy',
  documentation: 'https://docs.haproxy.org/dev/configuration.html#4-bind',
  files: [
    'haproxy*.{cfg,conf}',
    '*{.,-,_}haproxy.{cfg,conf}',
    'haproxy*.{cfg,conf}.{j2,erb,template,tmpl,tpl,ctmpl,in,example,sample,dist}',
    '*.haproxy',
    '**/haproxy/*.cfg',
  ],
  languages: ['haproxy', 'haproxy-config'],
  content: {
    files: ['*.{cfg,conf,template,tmpl,tpl,ctmpl,j2,jinja2,erb,in,example,sample,dist,txt}', '*.'],
    test: looksLikeHaproxy,
  },
  leavesOut: ['Offsets to the port of the client (`:+1000`).'],
  refusesZero: isUnder('bind', 'listen', 'frontend'),
  syntax: text => readDirectives(text, HAPROXY),
  fill: fillHaproxy,
  rest: urls(),
  places: [
    at('**.{log-format,log-format-sd,error-log-format,description,ssl-default-bind-ciphers}', nothing()),
    at('**.bind.0', bindAddress()),
    at('**.dgram-bind.0', bindAddress(['udp'])),
    at('{listen,frontend}.1', address('listen'), isArgument),
    at('**.server.1', serverAddress()),
    at('**.{peer,mailer}.1', address('connect')),
    at('**.server-template.2', serverAddress()),
    at('**.{server,server-template,default-server}.*', option()),
    at('**.{http-check,tcp-check,option}.*', option()),
    at('**.nameserver.1', address('connect', ['udp'])),
    at('**.log.0', address('connect', ['udp'])),
    at('**.stats.1', address('listen'), isAfter('socket')),
    at('**.dispatch.0', address('connect')),
    at('**.{acl,use_backend,use-server,http-request,http-response,tcp-request,redirect,default_backend}', expression()),
    at('program.**.command', command()),
    at('**.{setenv,presetenv}', namedArgument()),
  ],
  facts: tree => ({ serverBlocks: serverBlocks(tree, FRONTENDS) }),
});
