/**
 * Between URIs, as clients write them, and the core's paths: decoded, with `/`, without `file://`. Clients differ in
 * spelling: `file:///c%3A/x` and `file:///C:/x` are one path.
 */

/** `file:///c%3A/x/a%20b` gives `c:/x/a b`; another scheme stays: `vscode-vfs://github/o/r/x`. Query and fragment go. */
export function pathOf(uri: string): string {
  const [, scheme = 'file', authority = '', path = ''] = URI.exec(uri) ?? [undefined, 'file', '', uri];
  const decoded = decode(path);
  const host = decode(authority);
  if (scheme.toLowerCase() !== 'file') return `${scheme}://${host}${decoded.startsWith('/') ? '' : '/'}${decoded}`;
  if (host !== '' && host !== 'localhost') return `//${host}${decoded}`;
  return DRIVE.test(decoded) ? decoded.slice(1, 2).toLowerCase() + decoded.slice(2) : decoded;
}

/** One right spelling of a path; where the client has its own, that one is better. */
export function uriOf(path: string): string {
  const [, scheme, rest = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]+):\/\/(.*)$/s.exec(path) ?? [];
  if (scheme !== undefined) return `${scheme}://${encodePath(rest)}`;
  if (path.startsWith('//')) return `file:${encodePath(path)}`;
  return `file://${path.startsWith('/') ? '' : '/'}${encodePath(path)}`;
}

/** Parentheses too, as a URI may stand in a Markdown link. */
export function encodePath(path: string): string {
  return encode(path).replaceAll('%2F', '/');
}

/** The part of a URI before its `:`, in lower case. */
export function schemeOf(uri: string): string {
  return /^[a-zA-Z][a-zA-Z0-9+.-]+(?=:)/.exec(uri)?.[0].toLowerCase() ?? 'file';
}

const URI = /^([a-zA-Z][a-zA-Z0-9+.-]+):(?:\/\/([^/?#]*))?([^?#]*)/;
const DRIVE = /^\/[a-zA-Z]:/;

function encode(text: string): string {
  // A lone surrogate can be no URI; `encodeURIComponent` throws on it.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What is not right percent-encoding is taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
