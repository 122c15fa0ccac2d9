import { NGINX } from '../../../server/core/syntax/directives/dialects.ts';
import { checkDirectives } from './checkDirectives.ts';

const check = checkDirectives(NGINX);

check('', '{}');
check('listen 80;', '{listen: [80]}');
check('\ufefflisten 80;', '{listen: [80]}');
check('listen 80;listen 81 ssl;', '{listen: [80]; listen: [81, ssl]}');
check('listen\n  80\n  default_server;', '{listen: [80, default_server]}');
check('a; # listen 80;\n#b\nc;', '{a: []; c: []}');
check('proxy_pass http://a#b:80;', '{proxy_pass: [http://a#b:80]}');
check('http { server { listen 80; } }', '{http: [{server: [{listen: [80]}]}]}');
check('server{listen 80;}', '{server: [{listen: [80]}]}');
check('upstream a { server b:80 }', '{upstream: [a, {server: [b:80]}]}');
check('location ~ "a{2}" { a; }', '{location: [~, "a{2}", {a: []}]}');
check('if ($a ~ \\.x$) { return 404; }', '{if: [($a, ~, \\.x$), {return: [404]}]}');
check('map $a $b { default 1; ~*"x" 2; }', '{map: [$a, $b, {default: [1]; ~*"x": [2]}]}');
// Quotes and escapes.
check(`log_format a '"$x"' "\\"y";`, '{log_format: [a, "\\"$x\\"", "\\"y"]}');
check('log_format a "x\n y";', '{log_format: [a, "x\\n y"]}');
check('return 200 a\\;b;', '{return: [200, a\\;b]}');
check('return 301 https://${host}:8443;', '{return: [301, https://${host}:8443]}');
// Templates.
check('listen {{ port }};', '{listen: [{{ port }}]}');
check('listen 127.0.0.1:{{ .Port }} ssl;', '{listen: [127.0.0.1:{{ .Port }}, ssl]}');
check('listen <%= p %>;', '{listen: [<%= p %>]}');
check('{% if a %}\nlisten 80;\n{% else %}listen 81;{% endif %}', '{listen: [80]; listen: [81]}');
check('{{- range .x }}\nlisten {{ . }};\n{{- end }}', '{listen: [{{ . }}]}');
check('{{ .extra }}\nlisten 80;', '{listen: [80]}');
check('listen {% if a %}80{% else %}81{% endif %};', '{listen: [80, 81]}');
check('listen "{{ port | default("80") }}";', '{listen: ["{{ port | default(\\"80\\") }}"]}');
// Lua is none of it.
check('content_by_lua_block { local x = "}" -- }\n } listen 80;', '{content_by_lua_block: []; listen: [80]}');
check('a { x_by_lua_block { t = { 1 } } } b;', '{a: [{x_by_lua_block: []}]; b: []}');
// Half-typed.
check('listen 80', '{listen: [80]}');
check('server { listen 80;', '{server: [{listen: [80]}]}');
check('} listen 80;', '{listen: [80]}');
check('a "b\nlisten 80;', '{a: ["b", listen, 80]}');
check(';;', '{}');
check('{ a; }', '{: [{a: []}]}');
