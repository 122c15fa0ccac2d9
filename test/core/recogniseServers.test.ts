import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecogniser } from '../../server/core/formats/recognise.ts';

const { recognise } = createRecogniser();

function check(path: string, text: string, format: string | undefined): void {
  test(`${path}: ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(recognise(path, text)?.id, format));
}

const NGINX = 'server {\n  listen 80;\n  location / { proxy_pass http://app:80; }\n}\n';
check('/x/default.conf', NGINX, 'nginx');
check('/x/site', NGINX, 'nginx');
check('/x/web.conf.template', NGINX, 'nginx');
check('/x/postgres/fpm/web/nginx.conf', NGINX, 'nginx');
check('/x/supervisor/web/nginx.conf', NGINX, 'nginx');
check('/x/sites-available/site', '<VirtualHost *:80>\n</VirtualHost>\n', 'apache');
check('/x/000-default.conf', '<VirtualHost *:80>\n</VirtualHost>\n', 'apache');
check('/x/setup', `#!/bin/sh\ncat > a <<EOF\n${NGINX}EOF\n`, 'shell');
check('/x/lb.cfg', 'frontend a\n    bind *:80\n    default_backend b\n', 'haproxy');
check('/x/Caddyfile.prod', ':80\n', 'caddy');
check('/x/traefik.yml', 'entryPoints:\n  web:\n    address: ":80"\n', 'traefik');
check('/x/traefik.yml', 'services:\n  traefik:\n    image: traefik:3\n    ports: ["80:80"]\n', 'compose');
check('/x/proxy.yaml', 'admin:\n  address:\n    socket_address: { address: a, port_value: 1 }\n', 'envoy');
check('/x/conf/server.xml', '<Server port="8005"/>\n', 'tomcat');
check('/x/my.xml', '<server><socket-binding name="http" port="80"/></server>\n', 'wildfly');
