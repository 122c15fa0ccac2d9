import type { Language, StringForm } from './language.ts';

/** JavaScript stands for TypeScript too, and Python for Starlark. */
export type CodeLanguage =
  | 'javascript'
  | 'python'
  | 'ruby'
  | 'elixir'
  | 'nix'
  | 'php'
  | 'groovy'
  | 'kotlin'
  | 'lua'
  | 'powershell'
  | 'bicep';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' ').filter(word => word !== ''));

function quoted(
  open: string,
  escapes: StringForm['escapes'],
  hole?: StringForm['hole'],
  lines: boolean = open.length > 1,
): StringForm {
  return { open, close: open, escapes, hole, lines };
}

/** What most of them share. */
const C: Language = {
  lineComments: ['//'],
  blockComments: [['/*', '*/']],
  strings: [],
  word: /[A-Za-z_$@\u00C0-\uFDFF][\w$\u00C0-\uFDFF]*/y,
  regex: false,
  symbols: false,
  special: undefined,
  newlines: true,
  beside: 'last counts',
  colon: 'type',
  block: 'plain',
  access: words('. ?. ::'),
  keys: words(''),
  fallbacks: words('|| ?? ||= ??='),
  keywords: words(''),
  definers: words(''),
  openers: words(''),
};

const PYTHON_STRINGS = ['"""', "'''", '"', "'"].map(open => quoted(open, 'backslash'));

/** The languages that settings and build files are written in. */
export const LANGUAGES: Readonly<Record<CodeLanguage, Language>> = {
  javascript: {
    ...C,
    strings: [quoted('`', 'backslash', '${', true), quoted('"', 'backslash'), quoted("'", 'backslash')],
    regex: true,
    keywords: words(
      'export default const let var return await async new typeof void yield throw case in of instanceof delete as satisfies readonly public private protected static declare else do if while for switch extends import from type interface',
    ),
    definers: words('function class'),
  },
  python: {
    ...C,
    lineComments: ['#'],
    blockComments: [],
    strings: PYTHON_STRINGS,
    special: 'python',
    access: words('.'),
    fallbacks: words('or'),
    keywords: words(
      'return yield await async lambda if elif else for while in is with as raise global import from assert del',
    ),
    definers: words('def class'),
  },
  ruby: {
    ...C,
    lineComments: ['#'],
    blockComments: [['\n=begin', '\n=end']],
    strings: [
      quoted('"', 'backslash', '#{', true),
      quoted("'", 'quotes', undefined, true),
      quoted('`', 'backslash', '#{', true),
    ],
    word: /[@$]{0,2}[A-Za-z_\u00C0-\uFDFF][\w\u00C0-\uFDFF]*(?:[?!](?![=:\w]))?/y,
    regex: true,
    symbols: true,
    special: 'ruby',
    beside: 'call',
    colon: 'key',
    block: 'named',
    access: words('. &. ::'),
    keys: words('=>'),
    fallbacks: words('|| ||= or'),
    keywords: words(
      'return if unless else elsif while until for in case when then begin rescue ensure yield defined? not and',
    ),
    definers: words('def class module'),
    openers: words('if unless while until for case begin def class module'),
  },
  elixir: {
    ...C,
    lineComments: ['#'],
    blockComments: [],
    strings: [
      quoted('"""', 'backslash', '#{'),
      quoted("'''", 'backslash', '#{'),
      quoted('"', 'backslash', '#{', true),
      quoted("'", 'backslash', '#{', true),
    ],
    word: /[@]?[A-Za-z_\u00C0-\uFDFF][\w\u00C0-\uFDFF]*(?:[?!](?![=:\w]))?/y,
    symbols: true,
    special: 'elixir',
    beside: 'call',
    colon: 'key',
    block: 'named',
    access: words('.'),
    keys: words('=>'),
    fallbacks: words('|| or'),
    keywords: words('if unless else case cond for with when in not and'),
    definers: words('def defp defmodule defmacro'),
    openers: words('fn'),
  },
  nix: {
    ...C,
    lineComments: ['#'],
    strings: [quoted("''", 'nix', '${'), quoted('"', 'backslash', '${', true)],
    word: /[A-Za-z_][\w'-]*/y,
    newlines: false,
    beside: 'item',
    colon: 'nothing',
    access: words('.'),
    keys: words('?'),
    fallbacks: words('or'),
    keywords: words('let in with inherit rec if then else assert'),
  },
  php: {
    ...C,
    lineComments: ['//', '#'],
    strings: [
      quoted('"', 'backslash', '$', true),
      quoted("'", 'quotes', undefined, true),
      quoted('`', 'backslash', '$', true),
    ],
    word: /\$?[A-Za-z_\\\u00C0-\uFDFF][\w\\\u00C0-\uFDFF]*/y,
    special: 'php',
    newlines: false,
    colon: 'key',
    access: words('-> ?-> ::'),
    keys: words('=>'),
    fallbacks: words('|| ?? ?: ??= or'),
    keywords: words(
      'return const var public private protected static readonly final abstract new echo print if else elseif while for foreach as use namespace case and instanceof throw global require require_once include include_once',
    ),
    definers: words('function fn class interface trait'),
  },
  groovy: {
    ...C,
    strings: [
      quoted("'''", 'backslash'),
      quoted('"""', 'backslash', '$'),
      quoted('"', 'backslash', '$'),
      quoted("'", 'backslash'),
    ],
    regex: true,
    beside: 'call',
    colon: 'key',
    block: 'named',
    access: words('. ?. *. .@'),
    fallbacks: words('|| ?:'),
    keywords: words(
      'def final static public private return new if else while for in as import package case throw try catch finally switch',
    ),
    definers: words('class void'),
  },
  kotlin: {
    ...C,
    strings: [quoted('"""', 'none', '$'), quoted('"', 'backslash', '$'), quoted("'", 'backslash')],
    block: 'named',
    access: words('. ?. ::'),
    fallbacks: words('|| ?:'),
    keywords: words(
      'val var const private public internal protected override lateinit return if else while for in as is import package by when throw try catch finally',
    ),
    definers: words('fun class object interface'),
  },
  lua: {
    ...C,
    lineComments: ['--'],
    blockComments: [['--[[', ']]']],
    strings: [quoted('"', 'backslash'), quoted("'", 'backslash')],
    special: 'lua',
    beside: 'call',
    colon: 'access',
    block: 'named',
    access: words('. :'),
    fallbacks: words('or'),
    keywords: words('local return if then else elseif end for in while do repeat until not and'),
    definers: words('function'),
  },
  powershell: {
    ...C,
    lineComments: ['#'],
    blockComments: [['<#', '#>']],
    strings: [
      { open: '@"', close: '\n"@', escapes: 'backtick', hole: '$', lines: true },
      { open: "@'", close: "\n'@", escapes: 'none', hole: undefined, lines: true },
      quoted('"', 'backtick', '$', true),
      quoted("'", 'doubled', undefined, true),
    ],
    word: /\$(?:\w+:)?\w+|[A-Za-z_][\w-]*/y,
    special: 'powershell',
    beside: 'call',
    colon: 'nothing',
    access: words('. ::'),
    fallbacks: words('?? ??='),
    keywords: words('param return if else elseif while foreach for in process begin switch try catch finally'),
    definers: words('function filter class'),
  },
  bicep: {
    ...C,
    strings: [quoted("'''", 'none'), quoted("'", 'backslash', '${')],
    beside: 'type after',
    colon: 'key',
    fallbacks: words('??'),
    keywords: words('param var output resource module existing for in if import using type'),
    definers: words('func'),
  },
};
