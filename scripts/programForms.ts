import { WEB_SERVER_FORMS } from './webServerForms.ts';

/**
 * Forms of ports that a program takes, and others that it refuses, as the program itself said: `scripts/askPrograms.ts` asks it
 * again. A form is one line, which `text` puts into the smallest file around it.
 */
export interface Forms {
  readonly program: Program;
  /** Which part of the file the forms stand in. */
  readonly what: string;
  /** The name by which the format is recognised. */
  readonly file: string;
  text(form: string): string;
  readonly taken: readonly string[];
  readonly refused: readonly string[];
}

export type Program =
  | 'nginx'
  | 'apache2'
  | 'haproxy'
  | 'caddy'
  | 'systemd-analyze'
  | 'promtool'
  | 'sshd'
  | 'docker'
  | 'nft';

export const FORMS: readonly Forms[] = [
  ...WEB_SERVER_FORMS,
  {
    program: 'systemd-analyze',
    what: 'sockets',
    file: 'portolan.socket',
    text: form => `[Unit]\nDescription=test\n[Socket]\nListenStream=9471\n${form}\n`,
    taken: [
      'ListenStream=80',
      'ListenStream=127.0.0.1:80',
      'ListenStream=0.0.0.0:80',
      'ListenStream=[::1]:80',
      'ListenStream=[fe80::1]:80%%eth0',
      'ListenStream=/run/portolan.sock',
      'ListenStream=@portolan',
      'ListenStream=vsock:2:80',
      'ListenStream=vsock::80',
      'ListenDatagram=53',
    ],
    refused: [
      'ListenStream=0',
      'ListenStream=70000',
      'ListenStream=8000-8010',
      'ListenStream=localhost:80',
      'ListenStream=*:80',
      'ListenStream=:80',
      'ListenStream=127.0.0.1',
      'ListenStream=[::1]',
      'ListenStream=80/tcp',
      'ListenStream=127.0.0.1:0',
      'ListenStream=127.0.0.1:70000',
      'ListenStream=127.0.0.1:80-90',
      'ListenStream=80,443',
      'ListenStream=80 443',
      'ListenStream=080',
      'ListenStream=256.1.1.1:80',
      'ListenStream=80 # web',
      'ListenDatagram=0',
      'ListenDatagram=localhost:53',
    ],
  },
  {
    program: 'promtool',
    what: 'targets',
    file: 'prometheus.yml',
    text: form => `scrape_configs:\n  - job_name: app\n    static_configs:\n      - targets: ["${form}"]\n`,
    taken: ['app:9090', 'app', '[::1]:9090', 'app:0'],
    refused: ['http://app:9090', 'https://app'],
  },
  {
    program: 'promtool',
    what: 'rewritten targets',
    file: 'prometheus.yml',
    text: form =>
      `scrape_configs:
  - job_name: app
    relabel_configs:
      - { source_labels: [__address__], target_label: __param_target }
      - { target_label: __address__, replacement: "blackbox:9115" }
    static_configs:
      - targets: ["${form}"]
`,
    taken: ['http://app:9090', 'https://app'],
    refused: [],
  },
  {
    program: 'promtool',
    what: 'alertmanagers',
    file: 'prometheus.yml',
    text: form => `alerting:\n  alertmanagers:\n    - static_configs:\n        - targets: ["${form}"]\n`,
    taken: ['alertmanager:9093'],
    refused: ['http://alertmanager:9093'],
  },
  {
    program: 'sshd',
    what: 'Port and addresses',
    file: 'sshd_config',
    text: form => `${form}\n`,
    taken: [
      'Port 22',
      'ListenAddress *:22',
      'ListenAddress [::]:22',
      'ListenAddress localhost:22',
      'ListenAddress 127.0.0.1',
    ],
    refused: [
      'Port 0',
      'Port 70000',
      'ListenAddress 0.0.0.0:0',
      'ListenAddress 0.0.0.0:70000',
      'PermitOpen app:70000',
      'PermitListen 70000',
    ],
  },
  {
    program: 'docker',
    what: 'published ports',
    file: 'start.sh',
    text: form => `docker run -p ${form} example/app\n`,
    taken: ['8000-8010:9000', '8000-8010:9000-9010', '127.0.0.1:8080:80/TCP', '0:80', '8080:80/sctp', '127.0.0.1::80'],
    refused: ['8100:9100-9110', '8000-8010:9000-9005', '9010-9000:9000-9010', '70000:80', '80:70000'],
  },
  {
    program: 'nft',
    what: 'ports',
    file: 'rules.nft',
    text: form => `table inet filter {\n  chain input {\n    tcp dport ${form} accept\n  }\n}\n`,
    taken: ['80', '80-90', '{ 80, 443 }', '0'],
    refused: ['90-80', '70000'],
  },
];
