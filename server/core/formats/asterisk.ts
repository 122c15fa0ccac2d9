import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { sipAddresses } from './asterisk/sipAddresses.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { UDP } from './values/transports.ts';

/** Asterisk: SIP, RTP, its manager and its HTTP server. */
export const asterisk: Format = defineTreeFormat({
  id: 'asterisk',
  title: 'Asterisk',
  documentation: 'https://docs.asterisk.org/Configuration/',
  files: [
    '{sip,pjsip,iax,rtp,manager,ari,sip_general_custom,sip_nat,skinny,unistim,stir_shaken,res_odbc,cdr_mysql,res_mysql,cdr_pgsql,res_pgsql,res_snmp,extensions,voicemail}.conf',
    '{sip,pjsip,iax,rtp,manager}*.conf',
    '*{-,_}{sip,pjsip,iax,rtp}.conf',
    '{sip,pjsip,iax,rtp,manager}.conf.*',
    '**/asterisk/*.conf*',
  ],
  except: ['*.{md,yml,yaml,sh}'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text =>
      /^type[ \t]*=[ \t]*(?:endpoint|aor|transport|friend|peer)\b/m.test(text) || /^(?:exten|same)[ \t]*=>/m.test(text),
  },
  comment: ';',
  syntax: text => readKeyValue(text, { ...INI, separators: '=', comments: ';', inline: ';', continuation: 'none' }),
  fill: fillTemplate,
  anyCase: true,
  places: [
    at('*.{exten,same}', nothing()),
    at('*.{bind,udpbindaddr,tcpbindaddr,tlsbindaddr,bindaddr}', sipAddresses('listen')),
    at('*.{bindport,tlsbindport}', port('listen')),
    at('*.{rtpstart,rtpend,udptlstart,udptlend}', port('listen', UDP)),
    at(
      '*.{contact,server_uri,client_uri,outbound_proxy,outboundproxy,register,match,identify,stunaddr,turnaddr,host,fromdomain,aors}',
      sipAddresses('connect'),
    ),
    at(
      '*.{externaddr,externip,externhost,external_media_address,external_signaling_address}',
      sipAddresses('advertise'),
    ),
    at('*.{external_signaling_port,externtcpport,externtlsport}', port('advertise')),
    at('*.{permit,deny,localnet,local_net,callerid,cid*,qualify*,context,mailbox}', nothing()),
  ],
});
