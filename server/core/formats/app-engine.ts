import { networkPort } from '../ports/read/networkPort.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { at, type Reader } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { mapping } from './values/mapping.ts';
import { nothing } from './values/nothing.ts';
import { scalars } from './values/scalars.ts';

/** Google App Engine, also its flexible environment. */
export const appEngine: Format = defineTreeFormat({
  id: 'app-engine',
  title: 'Google App Engine',
  documentation: 'https://cloud.google.com/appengine/docs/flexible/reference/app-yaml#network_settings',
  files: [],
  languages: [],
  content: {
    files: ['*.{yaml,yml}'],
    test: text =>
      /^(?:runtime|vm):/m.test(text) &&
      /^(?:env|service|handlers|entrypoint|env_variables|instance_class|runtime_config|threadsafe|network|liveness_check|automatic_scaling|manual_scaling|resources|beta_settings|main|build_env_variables|api_version|inbound_services):/m.test(
        text,
      ),
  },
  syntax: readYaml,
  places: [
    at('beta_settings.cloud_sql_instances', cloudSql()),
    at('network.forwarded_ports', mapping()),
    at('**.{env_variables,build_env_variables}', environment()),
    at(
      '{handlers,resources,liveness_check,readiness_check,health_check,automatic_scaling,manual_scaling,skip_files,libraries}',
      nothing(),
    ),
  ],
  rest: ciValues(),
});

/** `project:region:name=tcp:1433`: where the proxy of Cloud SQL listens, behind commas. */
function cloudSql(): Reader {
  return {
    what: 'port (connect)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        for (const { 0: all, index } of text.text.matchAll(/=tcp:(?=\d)/g)) {
          const from = index + all.length;
          const to = from + (/^\d+/.exec(text.text.slice(from, from + 10))?.[0].length ?? 0);
          const found = networkPort(text, { from, to }, undefined, undefined, ['tcp']);
          if (found) at.add({ ...found, role: 'connect', confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}
