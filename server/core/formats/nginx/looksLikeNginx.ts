/** Blocks and directives that end with semicolons, some of which only nginx has. */
export function looksLikeNginx(text: string): boolean {
  if (!/;[ \t]*(?:#|\r?\n|$)/.test(text)) return false;
  if (SURE.some(word => text.includes(word))) return true;
  return LIKELY.filter(word => text.includes(word)).length >= 2;
}

const SURE: readonly string[] = [
  'proxy_pass http',
  'fastcgi_pass ',
  'uwsgi_pass ',
  'grpc_pass ',
  'worker_connections',
  'worker_processes',
  'proxy_set_header ',
  'server_name ',
  'ssl_certificate_key ',
  'ssl_preread ',
];

const LIKELY: readonly string[] = [
  'listen ',
  'server {',
  'server{',
  'upstream ',
  'location ',
  'proxy_pass ',
  'root /',
  'try_files ',
  'include /etc/nginx',
  'add_header ',
  'gzip on',
  'rewrite ^',
  'return 301 ',
  'return 302 ',
  'access_log ',
  'error_log ',
  'map $',
  'keepalive_timeout ',
];
