import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { at, type Reader } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { addressForm } from './values/addressForm.ts';
import { environment } from './values/environment.ts';
import { mapping } from './values/mapping.ts';
import { nothing } from './values/nothing.ts';

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
  return addressForm({ what: 'port', role: 'connect', pattern: /=tcp:(?<port>\d{1,9})/dg, protocols: ['tcp'] });
}
