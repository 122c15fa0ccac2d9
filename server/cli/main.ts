import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { busyPortsHere } from '../node/listening/thisMachine.ts';
import { readDescriptor } from '../node/readDescriptor.ts';
import { LARGEST_FILE } from '../node/readText.ts';
import { diskRegistry } from '../node/registryFile.ts';
import { descriptorOutput } from './output.ts';
import { run } from './run.ts';

/** Filled in when this is bundled. */
declare const PORTOLAN_VERSION: string | undefined;

// Most calls end before a function that was optimised early has paid for itself: a quarter of a short check's time.
// Later engines have no such flag, and wait longer by themselves.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');

process.exitCode = run(process.argv.slice(2), {
  cwd: process.cwd(),
  windows: process.platform === 'win32',
  env: process.env,
  version: typeof PORTOLAN_VERSION === 'string' ? PORTOLAN_VERSION : '0.0.0',
  stdout: descriptorOutput(1),
  stderr: descriptorOutput(2),
  readStdin: () => readDescriptor(0, LARGEST_FILE),
  registry: () => diskRegistry(__dirname),
  busyPorts: busyPortsHere,
  now: () => performance.now(),
  startServer() {
    // A bundle of its own, so that a check need not load the protocol. The name behind links is where it lies.
    createRequire(realpathSync(process.argv[1] ?? ''))('./server.js');
  },
});
