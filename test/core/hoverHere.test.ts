import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverIn } from '../harness/hover.ts';

/** What the hover says of the number's part at its place. */
function here(file: string, text: string, expected: string): void {
  test(`${expected}: ${file}`, () => {
    const lines = hoverIn({ [file]: text })?.text.split(/ *\n/) ?? [];
    assert.equal(
      lines.find(line => line.startsWith('Here: ')),
      `Here: ${expected}`,
    );
  });
}

/** Whether the hover has a line that begins so. */
function line(file: string, text: string, start: string, isThere: boolean): void {
  test(`${start} in ${file}: ${text.trim().split('\n').at(-1)}`, () => {
    const lines = hoverIn({ [file]: text })?.text.split(/ *\n/) ?? [];
    assert.equal(
      lines.some(each => each.startsWith(start)),
      isThere,
      lines.join('\n'),
    );
  });
}

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector: {app: web}\n  ports:\n';
const POD = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      ports:\n';
const POLICY = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: db\nspec:\n  ingress:\n';

here('web.yaml', `${SERVICE}    - port: 8‸0\n`, 'port of the Service `web`, inside the cluster');
here('web.yaml', `${SERVICE}    - targetPort: 80‸80\n`, 'the Service `web` sends to it on its pods');
here(
  'web.yaml',
  `${SERVICE}    - nodePort: 300‸80\n`,
  'node port of `web`: every node of the cluster takes connections on it',
);
here('web.yaml', `${POD}        - hostPort: 80‸80\n`, 'port of the node on which `web` runs');
here(
  'web.yaml',
  `${POD}        - containerPort: 80‸80\n`,
  'container port of `web`. It is declared for people and for names; what the program listens on is its own affair',
);
here('db.yaml', `${POLICY}    - ports:\n        - port: 54‸32\n`, 'a policy lets connections to it through');
line('web.yaml', `${SERVICE}    - nodePort: 300‸80\n`, 'Listening now?', false);
line('web.yaml', `${POD}        - hostPort: 30‸00\n`, 'Crowded', false);

const VAGRANT = 'Vagrant.configure("2") do |config|\n  config.vm.network "forwarded_port",';
here('Vagrantfile', `${VAGRANT} guest: 80, host: 80‸80\nend\n`, 'host port → guest 80');
here('Vagrantfile', `${VAGRANT} guest: 8‸0, host: 8080\nend\n`, 'guest port, published as host port 8080');
here(
  'compose.yaml',
  'services:\n  web:\n    image: a/b\n    ports:\n      - "${WEB_PORT}:8‸0"\n',
  'container port of `web`, published as host port `WEB_PORT`',
);
here(
  'deploy.sh',
  '#!/bin/sh\ndocker run -p 80‸80:80 nginx\n',
  "host port of `nginx` on **all interfaces** → container 80. Docker publishes past the host's firewall",
);

here('nginx.conf', 'server {\n  listen 80‸80;\n}\n', 'nginx listens on it');
here('haproxy.cfg', 'backend b\n  server a 10.0.0.1:80‸80\n', 'HAProxy connects to `10.0.0.1`');
here('some.yaml', 'web:\n  http_port: 80‸80\n', 'a port by the name of its key, `http_port`');
here(
  'main.tf',
  'resource "aws_security_group" "a" {\n  ingress {\n    from_port = 4‸43\n    to_port = 443\n  }\n}\n',
  'a firewall rule lets connections to it through',
);
here('jail.local', '[sshd]\nport = 22‸22\n', 'Fail2ban keeps banned hosts from it');
here('devcontainer.json', '{ "forwardPorts": [30‸00] }', 'forwarded to your machine');

line('redis.conf', 'port ‸0\n', 'Port 0 is no port: here it means not to listen', true);
line('nginx.conf', 'server {\n  listen ‸0;\n}\n', 'Port 0 is no port: it asks the system for a free one', true);
line(
  'main.tf',
  'variable "port" {\n  default = 46‸46\n}\n',
  'Registered to **dots-signal** (Distributed Denial-of-Service Open Threat Signaling (DOTS) Signal Channel Protocol)',
  true,
);

/** Who the first line says it is. */
function says(who: string, file: string, text: string): void {
  test(`${who}: ${file}`, () =>
    assert.match(hoverIn({ [file]: text })?.text.split('\n')[0] ?? '', new RegExp(`\\*\\*\\[?${who}\\b`)));
}

says(
  'MySQL',
  'web.nomad',
  'job "a" {\n  group "g" {\n    network {\n      port "db" {\n        to = 33‸06\n      }\n    }\n  }\n}\n',
);
says('GitLab', 'gitlab.yml', 'production:\n  gitlab:\n    port: 80‸80\n');
says(
  'ASP.NET',
  'Properties/launchSettings.json',
  '{ "profiles": { "a": { "applicationUrl": "http://localhost:51‸23" } } }',
);
