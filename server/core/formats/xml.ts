import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readXml } from '../syntax/xml.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { setting } from './values/setting.ts';

/** An XML file of no known format. */
export const xml: Format = defineTreeFormat({
  id: 'xml',
  title: 'Other XML',
  documentation: 'https://www.w3.org/TR/xml/',
  files: ['*.{xml,plist,csproj,vbproj,fsproj,pubxml,props,targets}'],
  languages: [],
  isGeneral: true,
  syntax: readXml,
  places: [],
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  rest: setting({ confidence: 'guess' }),
});
