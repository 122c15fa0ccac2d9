/** Directives that end with semicolons, some of which only nginx has, from the first line on. */
export function looksLikeNginx(text: string): boolean {
  if (!ENDED.test(text) || !beginsWithDirective(text)) return false;
  if (SURE.test(text)) return true;
  const found = new Set<string>();
  for (const [, word = ''] of text.matchAll(LIKELY)) if (found.add(word).size > 1) return true;
  return false;
}

const ENDED = /;[ \t]*(?:#|\r?\n|$)/;

const SURE =
  /(?:^|[\s;{}])(?:proxy_pass[ \t]["']?http|(?:proxy|fastcgi|uwsgi|scgi|grpc)_pass|fastcgi_param|worker_connections|worker_processes|proxy_set_header|proxy_cache_path|server_name|upstream[ \t]+[\w.-]+(?=[ \t]*\{)|ssl_certificate_key|ssl_preread)[ \t{]/;

const LIKELY =
  /(?:^|[\s;{}])(listen[ \t]+[\d[*l%${]|server\s{0,20}\{|upstream[ \t]|location[ \t]|root[ \t]|try_files[ \t]|include[ \t]+\/etc\/nginx|add_header[ \t]|gzip[ \t]on|rewrite[ \t]+["']?\^|return[ \t]30|access_log[ \t]|error_log[ \t]|map[ \t]+\$|keepalive_timeout[ \t]|expires[ \t])/g;

/** Scripts and programs that write such a file have other first lines. */
function beginsWithDirective(text: string): boolean {
  let start = 0;
  while (start < text.length) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, Math.min(end, start + LONGEST)).trim();
    start = end + 1;
    if (line.startsWith('#!')) return false;
    if (line !== '' && !line.startsWith('#')) return FIRST.test(line);
  }
  return false;
}

const LONGEST = 1000;

/** The end of a directive or of its first line, a template, or a name that takes many lines. */
const FIRST =
  /[;{}][ \t]*(?:#.*)?$|^(?:\{[{%#]|<%|\$\{)|^(?:server|http|stream|events|upstream|location|log_format|map|geo|add_header|proxy_cache_path|proxy_pass)\b/;
