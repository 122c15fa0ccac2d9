/** The two bundles of the server as one script for a worker, which has no `require`. */
export function workerScript(core: string, server: string): string {
  return `const core = { exports: {} };
${called(core, 'core')}
${called(server, '{ exports: {} }, () => core.exports')}`;
}

/** As in Node, a file is the body of a function. It may end in a comment. */
function called(file: string, args: string): string {
  return `(function (module, require) {${file}\n})(${args});`;
}
