import { readYaml } from '../syntax/yaml/readYaml.ts';
import { beginsLine } from '../text/beginsLine.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Home Assistant. Its integrations dial what they name. */
export const homeAssistant: Format = defineTreeFormat({
  id: 'home-assistant',
  title: 'Home Assistant',
  documentation: 'https://www.home-assistant.io/integrations/http/',
  files: [],
  languages: ['home-assistant'],
  content: {
    files: ['configuration.{yaml,yml}', '**/{homeassistant,home-assistant,hass}/**/*.yaml'],
    test: text =>
      ['homeassistant:', 'default_config:', 'frontend:', 'automation:', 'lovelace:'].some(word =>
        beginsLine(text, word),
      ),
  },
  syntax: readYaml,
  fill: fillTemplate,
  places: [
    at('http.server_port', port('listen', TCP)),
    at('**.{scan_interval,delay,timeout,unit_of_measurement,id,entity_id,value_template}', nothing()),
  ],
});
