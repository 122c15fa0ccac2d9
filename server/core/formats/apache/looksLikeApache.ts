/** Sections between tags, and directives that only Apache and ProFTPD have. */
export function looksLikeApache(text: string): boolean {
  return SURE.some(word => text.includes(word)) && !OTHERS.some(word => text.includes(word));
}

const SURE: readonly string[] = [
  '<VirtualHost ',
  '<Directory ',
  '<Directory>',
  '<IfModule ',
  '<IfDefine ',
  '<Location ',
  '<LocationMatch ',
  '<FilesMatch ',
  '<Files ',
  '<Proxy ',
  'RewriteEngine ',
  'RewriteRule ',
  'ProxyPass ',
  'ProxyPassMatch ',
  'LoadModule ',
  'DocumentRoot ',
];

/** A page about several servers, or nginx with its comments on Apache. */
const OTHERS: readonly string[] = ['server {', 'proxy_pass ', 'fastcgi_pass ', '<!DOCTYPE', '<html'];
