import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';

/** Streamlit. */
export const streamlit: Format = defineTreeFormat({
  id: 'streamlit',
  title: 'Streamlit',
  documentation: 'https://docs.streamlit.io/develop/api-reference/configuration/config.toml',
  files: ['**/{.,}streamlit/config.toml', 'streamlit*.toml'],
  languages: [],
  content: {
    files: ['*.toml'],
    test: text => text.includes('[server]') && (text.includes('enableCORS') || text.includes('[browser]')),
  },
  syntax: readToml,
  places: [
    at('server.port', port('listen', { protocols: ['tcp'], addressKey: 'address' })),
    at('browser.serverPort', port('advertise', { protocols: ['tcp'], addressKey: 'serverAddress' })),
  ],
});
