import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

const DIALLED = hostPort('connect', { protocols: ['tcp'] });

/** Prometheus and its file-based service discovery. */
export const prometheus: Format = defineTreeFormat({
  id: 'prometheus',
  title: 'Prometheus',
  documentation: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
  files: ['prometheus.{yml,yaml}', 'prometheus{-,_,.}*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => text.includes('scrape_configs:') || text.includes('static_configs:'),
  },
  syntax: readYaml,
  places: [
    at('**.static_configs.*.targets', DIALLED),
    at('*.targets', DIALLED),
    at('**.{remote_write,remote_read}.*.url', connection()),
    at('**.{relabel_configs,metric_relabel_configs}.*.replacement', DIALLED),
    at('**.{relabel_configs,metric_relabel_configs}', nothing()),
    at('**.*_sd_configs.*.port', port('connect', { protocols: ['tcp'] })),
  ],
});
