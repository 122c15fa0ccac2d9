import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** The local services of the Supabase CLI. */
export const supabase: Format = defineTreeFormat({
  id: 'supabase',
  title: 'Supabase CLI',
  documentation: 'https://supabase.com/docs/guides/local-development/cli/config',
  files: ['**/supabase/config.toml', 'supabase*.toml'],
  languages: [],
  content: { files: ['*.toml'], test: text => text.includes('[studio]') && text.includes('[db]') },
  syntax: readToml,
  scope: onHost,
  places: [
    at('{api,db,studio,inbucket,analytics,local_smtp}.{port,*_port}', port('listen', TCP)),
    at('db.pooler.port', port('listen', TCP)),
    at('edge_runtime.inspector_port', port('listen', TCP)),
    at('auth.email.smtp.port', port('connect', { protocols: ['tcp'], addressKey: 'host' })),
    at('auth.{site_url,additional_redirect_urls}', connection()),
  ],
});
