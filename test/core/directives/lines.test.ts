import {
  APACHE,
  FLUENTD,
  HAPROXY,
  LINES,
  MOSQUITTO,
  OPENVPN,
  REDIS,
  SSH,
  UNBOUND,
} from '../../../server/core/syntax/directives/dialects.ts';
import { checkDirectives } from './checkDirectives.ts';

const lines = checkDirectives(LINES);
lines('port 80\nport 81 # c\n\n# d\nx', '{port: [80]; port: [81]; x: []}');
lines('acl a port 80 \\\n 443\nb', '{acl: [a, port, 80, 443]; b: []}');
lines('a "b c" d"e"f', '{a: ["b c", def]}');
lines('a "b\nport 80', '{a: ["b"]; port: [80]}');
lines("a it's\nport 80", "{a: [it's]; port: [80]}");

const redis = checkDirectives(REDIS);
redis('port 6379\nrequirepass a#b\nsave 1 #2', '{port: [6379]; requirepass: [a#b]; save: [1, #2]}');
redis('save ""\nuser "a\\"b"', '{save: [""]; user: ["a\\"b"]}');

const mosquitto = checkDirectives(MOSQUITTO);
mosquitto('listener 1883 0.0.0.0\npassword_file "x\n', '{listener: [1883, 0.0.0.0]; password_file: ["x]}');

const ssh = checkDirectives(SSH);
ssh('Port 22\nPort=23\nPort = 24', '{Port: [22]; Port: [23]; Port: [24]}');
ssh('Subsystem sftp a=b', '{Subsystem: [sftp, a=b]}');
ssh('LocalForward 80 a:443 # c', '{LocalForward: [80, a:443]}');

const openvpn = checkDirectives(OPENVPN);
openvpn('port 1194 ; c\n;d\nremote a 443 tcp', '{port: [1194]; remote: [a, 443, tcp]}');
openvpn('<ca>\nremote b 1\n</ca>\nport 1', '{ca: []; port: [1]}');
openvpn('<connection>\nremote b 1\n</connection>', '{connection: [{remote: [b, 1]}]}');

const unbound = checkDirectives(UNBOUND);
unbound(
  'server:\n  port: 53\n  interface: ::1@54 # c\nport: 1',
  '{server: [{port: [53]; interface: [::1@54]; port: [1]}]}',
);
unbound('server:\na: "b"\nforward-zone:\n\tname: "."', '{server: [{a: ["b"]}]; forward-zone: [{name: ["."]}]}');

const haproxy = checkDirectives(HAPROXY);
haproxy('global\n log a:514 local0\ndefaults', '{global: [{log: [a:514, local0]}]; defaults: [{}]}');
haproxy(
  'frontend x\nbind :80,:81 # c\n\nbackend y\n server z a:80',
  '{frontend: [x, {bind: [:80,:81]}]; backend: [y, {server: [z, a:80]}]}',
);
haproxy('listen x :80\n mode tcp', '{listen: [x, :80, {mode: [tcp]}]}');
haproxy('bind "${A}:${B}" \'c d\'', '{bind: ["${A}:${B}", "c d"]}');
haproxy('bind "${A}":80', '{bind: [${A}:80]}');
haproxy('acl a path b\\ c\\#d', '{acl: [a, path, b c#d]}');
haproxy('{% for p in x %}\n bind :{{ p }}\n{% endfor %}', '{bind: [:{{ p }}]}');

const apache = checkDirectives(APACHE);
apache('Listen 80\nListen [::]:81 https', '{Listen: [80]; Listen: [[::]:81, https]}');
apache('# Listen 80\nA # b', '{A: [#, b]}');
apache('<VirtualHost *:80 [::1]:81>\n  A b\n</VirtualHost>\nC', '{VirtualHost: [*:80, [::1]:81, {A: [b]}]; C: []}');
apache(
  '<IfModule !a.c>\n<IfVersion >= 2.4>\nA\n</ifversion>\n</IfModule>',
  '{IfModule: [!a.c, {IfVersion: [>=, 2.4, {A: []}]}]}',
);
apache('<A>\n<B>\nC\n</A>\nD', '{A: [{B: [{C: []}]}]; D: []}');
apache('</A>\nB', '{B: []}');
apache('<A b\nC', '{A: [b, {C: []}]}');
apache('LogFormat "%h \\"%r\\"" \\\n  x', '{LogFormat: ["%h \\"%r\\"", x]}');
apache('RewriteRule ^/(.*) "http://a:80/$1" [P,L]', '{RewriteRule: [^/(.*), "http://a:80/$1", [P,L]]}');
apache('Listen ${PORT}', '{Listen: [${PORT}]}');

const fluentd = checkDirectives(FLUENTD);
fluentd('<source>\n @type forward\n port 24224 # c\n</source>', '{source: [{@type: [forward]; port: [24224]}]}');
fluentd('<match a.**>\n</match>', '{match: [a.**, {}]}');
