/** One bundle for a process and for a worker: what both use is there once, and each loads its own end of the protocol. */
if ('importScripts' in globalThis) void import('./browser/main.ts');
else void import('./node/main.ts');
