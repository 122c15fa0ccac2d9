import { shellTree } from '../syntax/shellTree.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { shellAssignments } from './variables/assignments.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Scripts for a shell: what they set, what they run, and the files that they write. */
export const shell: Format = defineTreeFormat({
  id: 'shell',
  title: 'Shell scripts',
  documentation: 'https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html',
  files: [
    '*.{sh,bash,zsh,ksh,ash,dash,fish,command,bats}',
    '*.{sh,bash,zsh}.{in,tmpl,tpl,j2,erb,example,sample,dist,template}',
    '.{bashrc,zshrc,profile,bash_profile,zprofile,zshenv,bash_aliases,envrc}',
    '.envrc.*',
    'entrypoint',
    '{docker-entrypoint,docker_entrypoint}',
  ],
  except: ['*{makefile,dockerfile,vagrantfile,jenkinsfile,justfile,containerfile}*', '*.{mk,py,js,rb,pl}'],
  languages: ['shellscript'],
  content: { files: ['*.', '*.{in,tmpl,txt,run,init,cgi,local,example,sample,hook}'], isSure: true, test: startsShell },
  syntax: shellTree,
  places: [],
  rest: command(),
  leavesOut: ['what the script computes', 'texts that it prints'],
  facts: fromEnvironment(shellAssignments),
});

/** `#!/bin/sh`, `#!/usr/bin/env bash`, `#!/usr/bin/with-contenv bashio`, `#!/sbin/openrc-run`. */
function startsShell(text: string): boolean {
  return (
    /^\uFEFF?#![^\n]{0,100}[/ \t-](?:ba|da|z|k|a|fi)?sh(?:io)?(?=[\s;]|$)/.test(text.slice(0, 200)) ||
    /^#!\S{0,50}openrc-run/.test(text)
  );
}
