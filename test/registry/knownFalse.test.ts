import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { committedRegistry } from './committed.ts';
import { lookupOf } from './portOf.ts';

const registry = committedRegistry();

/** Uses that lists and images were once found to claim, and that are none: why each came about stands above it. */
function isNoUse(software: string, lookup: string): void {
  test(`${software} does not use ${lookup}`, () => {
    const [port, protocol = 'tcp'] = lookupOf(lookup);
    const uses = registry.used(port, protocol);
    equal(
      uses.find(use => use.software.toLowerCase() === software.toLowerCase()),
      undefined,
    );
  });
}

// A file for one program that replaced another.
isNoUse('MariaDB', '33060');
isNoUse('Dolt', '33060');
// An EXPOSE of a development cluster, a debugger, a test or a nightly build.
isNoUse('CouchDB', '15984');
isNoUse('CouchDB', '25984');
isNoUse('CouchDB', '35984');
isNoUse('Ory Kratos', '40000');
isNoUse('Jaeger', '12345');
isNoUse('LiveKit', '9999');
isNoUse('NATS', '5222');
isNoUse('Wekan', '3000');
// An EXPOSE in sample text.
isNoUse('Gogs', '2368');
// What a packager or a catalogue chose.
isNoUse('OpenResty', '81');
isNoUse('Laravel Echo Server', '3000');
isNoUse('Postfix', '588');
isNoUse('Koel', '8003');
isNoUse('Confluent Schema Registry', '8085');
isNoUse('Coder', '80');
// A second program in a sample image.
isNoUse('WordPress', '22');
// One number out of a range, or a text taken apart into its digits.
isNoUse('Toribash', '20183/udp');
isNoUse('XPilot', '15355/udp');
isNoUse('LibreSpeed exporter', '9');
// The other transport, or another value of the same library.
isNoUse('Soldat', '23083/udp');
isNoUse('SCP: Secret Laboratory', '7777');
isNoUse('Enemy Territory: Quake Wars', '3074/udp');
// The name of a folder.
isNoUse('build', '8080');
isNoUse('production', '8080');
// A list that reserves what the code does not take.
isNoUse('HHVM exporter', '9406');
isNoUse('NetApp ONTAP API exporter', '9292');
