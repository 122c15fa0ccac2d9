import { readXml } from '../syntax/xml.ts';
import type { Format } from './format.ts';
import { binding } from './iis/binding.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';

/** IIS and IIS Express: the sites of `applicationHost.config`, and what applications set in `web.config`. */
export const iis: Format = defineTreeFormat({
  id: 'iis',
  title: 'IIS and .NET XML configuration',
  documentation:
    'https://learn.microsoft.com/en-us/iis/configuration/system.applicationhost/sites/site/bindings/binding',
  files: ['applicationHost.config', 'web{,.*}.config'],
  languages: [],
  content: {
    files: ['*.{config,xml,template}'],
    test: text =>
      ['<system.webServer', 'bindingInformation=', '<appSettings', '<connectionStrings'].some(word =>
        text.includes(word),
      ),
  },
  syntax: readXml,
  places: [
    at('**.binding.@bindingInformation', binding()),
    at('**.baseAddresses.add.@baseAddress', connection('listen')),
    at('**.connectionStrings.add.@connectionString', connection()),
  ],
});
