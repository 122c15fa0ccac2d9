import { mildInTests } from '../mildInTests.ts';
import { defineRule, type Rule } from '../rule.ts';
import { findingsFromFaults } from './faults.ts';

const messages = {
  number:
    'systemd ignores `{text}` and does not listen on it: a port is a number from 1 to 65535, without zeros before it',
  range: 'systemd ignores `{text}` and does not listen on it, as it takes no ranges: write a line for each port',
  host: 'systemd ignores `{text}` and does not listen on it, as it looks up no host names: write the IP address',
  wildcard: 'systemd ignores `{text}` and does not listen on it: {instead} alone means every address',
  portless: 'systemd ignores `{text}` and does not listen on it, as it has no port: write one behind a colon',
  protocol:
    'systemd ignores `{text}` and does not listen on it, as the directive tells the protocol: write {instead}, in ListenStream for TCP and in ListenDatagram for UDP',
  list: 'systemd ignores `{text}` and listens on none of these ports, as it takes one in a line: write a line for each',
  comment: 'systemd ignores `{text}` and does not listen on it, as a comment needs a line of its own: write {instead}',
} as const;

export const ignoredListenAddress: Rule<keyof typeof messages> = defineRule({
  id: 'ignored-listen-address',
  summary: 'An address that systemd passes over without listening',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'safe',
  since: '0.1.0',
  messages,
  check: mildInTests(context => findingsFromFaults(context, 'ignored-listen-address', messages)),
});
