// `node registryCold.ts WHAT`: how long the first question to the registry takes in a process of its own, in milliseconds.
import { inside } from './inside.ts';
import { timed } from './latency.ts';
import { FIRSTS, type First } from './registryFirsts.ts';

const { registry } = inside(undefined);
const first = FIRSTS[process.argv[2] as First];
console.log(timed(() => first(registry)));
