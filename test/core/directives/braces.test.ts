import { BIND, CADDY, DOVECOT, KEEPALIVED, VCL } from '../../../server/core/syntax/directives/dialects.ts';
import { checkDirectives } from './checkDirectives.ts';

const bind = checkDirectives(BIND);
bind('options { listen-on port 53 { any; }; };', '{options: [{listen-on: [port, 53, {any: []}]}]}');
bind('forwarders { 10.0.0.1 port 54; 1.1.1.1; };', '{forwarders: [{10.0.0.1: [port, 54]; 1.1.1.1: []}]}');
bind(
  'inet * port 953 allow { a; }\n keys { "k"; };\nb;',
  '{inet: [*, port, 953, allow, {a: []}, keys, {"k": []}]; b: []}',
);
bind('a 1; // b 2;\nc 3; # d\n/* e 4;\n */ f 5;', '{a: [1]; c: [3]; f: [5]}');
bind('acl a { !{ b; }; 10/8; };', '{acl: [a, {!: [{b: []}]; 10/8: []}]}');

const caddy = checkDirectives(CADDY);
caddy('{\n\thttp_port 8080\n}\n:80 {\n\ttls off\n}', '{: [{http_port: [8080]}]; :80: [{tls: [off]}]}');
caddy('a:80, b:81,\nc:82 {\n x\n}', '{a:80: [b:81, c:82, {x: []}]}');
caddy('localhost:80\n\nreverse_proxy a:81 # c\nx', '{localhost:80: [{reverse_proxy: [a:81]; x: []}]}');
caddy('import a\n(b) {\n x\n}\n:80 {\n import b\n}', '{import: [a]; (b): [{x: []}]; :80: [{import: [b]}]}');
caddy(':{$PORT:80} {\n x {args[0]} {$A}\n}', '{:{$PORT:80}: [{x: [{args[0]}, {$A}]}]}');
caddy(':80 {\n respond `a "b"` "c\\"d"\n}', '{:80: [{respond: ["a \\"b\\"", "c\\"d"]}]}');
caddy(':80 {\n respond <<X\n  a\n   b\n  X 200\n c\n}', '{:80: [{respond: ["a\\n b", 200]; c: []}]}');
caddy(':80 {\n a <<X\n b\n}', '{:80: [{a: [<<X]; b: []}]}');
caddy(':80 {\n a \\\n b\n @m {\n path /x\n }\n}', '{:80: [{a: [b]; @m: [{path: [/x]}]}]}');
caddy('.:53 {\n forward . 1.1.1.1:53 tls://9.9.9.9:853\n}', '{.:53: [{forward: [., 1.1.1.1:53, tls://9.9.9.9:853]}]}');
caddy('a.com {\n # } \n x a#b\n', '{a.com: [{x: [a#b]}]}');

const dovecot = checkDirectives(DOVECOT);
dovecot(
  'service a {\n inet_listener b {\n  port = 993\n  ssl=yes\n }\n}',
  '{service: [a, {inet_listener: [b, {port: [993]; ssl: [yes]}]}]}',
);
dovecot('inet_listener b { port = 0 }', '{inet_listener: [b, {port: [0]}]}');
dovecot('a = # b\n#c = 1\nd = e f', '{a: []; d: [e, f]}');
dovecot('listen {\n type = auth\n port = 1812\n}', '{listen: [{type: [auth]; port: [1812]}]}');

dovecot('a b{\n port = 1\n}', '{a: [b, {port: [1]}]}');

const keepalived = checkDirectives(KEEPALIVED);
keepalived(
  'virtual_server 10.0.0.1 80 {\n ! a\n real_server 10.0.0.2 81 {\n }\n}',
  '{virtual_server: [10.0.0.1, 80, {real_server: [10.0.0.2, 81, {}]}]}',
);

const vcl = checkDirectives(VCL);
vcl('vcl 4.1;\nbackend a { .host = "b"; .port="80"; }', '{vcl: [4.1]; backend: [a, {.host: ["b"]; .port: ["80"]}]}');
vcl('backend a {\n .probe = { .url = "/"; }\n .x = 1;\n}', '{backend: [a, {.probe: [{.url: ["/"]}]; .x: [1]}]}');
vcl(
  'sub a { if (b ~ "c;}") { return (synth(1, "d;")); } /* e */ }',
  '{sub: [a, {if: [(b, ~, c;}), {return: [(synth(1,, d;))]}]}]}',
);
