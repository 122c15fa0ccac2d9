import { interpolate } from '../ports/read/interpolate.ts';
import { makeTree } from '../syntax/makeTree.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { lines } from './values/lines.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';
import { rootVariables } from './variables/portVariables.ts';

/** Makefiles: what they set, and the lines that a shell runs. */
export const makefile: Format = defineTreeFormat({
  id: 'makefile',
  title: 'Makefile',
  documentation: 'https://www.gnu.org/software/make/manual/make.html',
  files: ['{GNUmakefile,Makefile,BSDmakefile}', '{Makefile,GNUmakefile}{.,-,_}*', '*.{mk,mak,make}', '*.Makefile'],
  except: ['*.{py,js,ts,go,rs,md,yml,yaml,json,toml}'],
  languages: ['makefile'],
  content: {
    files: ['*.'],
    test: text =>
      text.includes('\n\t') &&
      /^[\w./$(){}-]{1,80}[ \t]{0,9}:(?!=)[^\n]{0,500}\n\t/m.test(text) &&
      /^[\w.-]{1,80}[ \t]{0,9}[:?+]?=|^\.PHONY/m.test(text),
  },
  syntax: makeTree,
  fill: text => interpolate(text, 'backslash'),
  places: [],
  rest: lines(),
  leavesOut: ['what functions of make compute'],
  facts: fromEnvironment(rootVariables()),
});
