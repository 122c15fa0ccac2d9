import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { diskFiles } from './diskFiles.ts';
import { thisMachine } from './listening/thisMachine.ts';
import { diskRegistry } from './registryFile.ts';

const TRANSPORTS = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/;

// Every editor can speak over the standard streams, so whoever says nothing means them.
if (!process.argv.some(argument => TRANSPORTS.test(argument))) process.argv.push('--stdio');

startServer(createConnection(), diskFiles(), {
  registry: () => diskRegistry(__dirname),
  machine: thisMachine(),
  after(milliseconds, run) {
    // A timer of 0 waits a millisecond; a scan pauses hundreds of times.
    if (milliseconds === 0) {
      const immediate = setImmediate(run);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
});
