import { fillPlaceholders, MUSTACHE } from '../ports/read/placeholders.ts';
import { jsonOr } from '../syntax/jsonOr.ts';
import { maskTemplate } from '../syntax/maskTemplate.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { fillGroups } from './prometheus/fillGroups.ts';
import { targets } from './prometheus/targets.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { each } from './values/each.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

const DIALLED = hostPort('connect', TCP);

/** Prometheus, its file-based service discovery, its rules with their tests, and the modules of the blackbox exporter. */
export const prometheus: Format = defineTreeFormat({
  id: 'prometheus',
  title: 'Prometheus',
  documentation: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
  files: ['prometheus{,-,_,.}*.{yml,yaml}', '*.{rule,rules,alerts}.{yml,yaml}'],
  languages: [],
  content: { files: ['*.{yml,yaml,json,rules}'], test: looksLikePrometheus },
  syntax: jsonOr(readYaml),
  mask: maskTemplate,
  fill: text => fillGroups(fillPlaceholders(text, MUSTACHE)),
  places: [
    at('**.static_configs.*.targets', targets()),
    at('*.targets', DIALLED),
    at('**.{labels,external_labels,params}', nothing()),
    at('**.{remote_write,remote_read}.*.url', connection()),
    at('**.{relabel_configs,metric_relabel_configs,write_relabel_configs}.*.replacement', DIALLED),
    at('**.{relabel_configs,metric_relabel_configs,write_relabel_configs}.*.*', nothing()),
    at('**.*_sd_configs.*.port', port('connect', TCP)),
    at('**.*_sd_configs.*.{server,servers,host,url,api_server,endpoint,identity_endpoint}', connection()),
    at('groups.*.rules.*.annotations', each(urls())),
    at('groups.*.rules.*.*', nothing()),
    at('tests.**', nothing()),
    // Modules of the exporter_exporter dial, those of the blackbox exporter are told what to dial.
    at('modules.*.{http,https}.port', port('connect', TCP)),
    at('modules.**.{query_response,valid_status_codes,validate_*,fail_if_*}', nothing()),
  ],
});

function looksLikePrometheus(text: string): boolean {
  return (
    /^[ \t]{0,9}(?:- )?(?:scrape_configs|static_configs):/m.test(text) ||
    (/expr:|promql_expr_test:/.test(text) && /- alert:|- record:|alert_rule_test:|input_series:/.test(text)) ||
    /^[ \t[]{0,9}(?:- |\{[ \t]{0,9})"?targets"?:/m.test(text.slice(0, 5000)) ||
    (/^modules:/m.test(text) && (text.includes('prober:') || text.includes('method: http')))
  );
}
