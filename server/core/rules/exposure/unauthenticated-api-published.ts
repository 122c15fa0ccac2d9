import { showAddress } from '../../ports/address.ts';
import { writtenRange } from '../../ports/value.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { controlListeners } from './controlListeners.ts';
import { exposureFindings } from './exposure.ts';
import { addressFix } from './loopbackFix.ts';

export const unauthenticatedApiPublished: Rule<'published' | 'podman' | 'node' | 'denied' | 'listening' | 'readOnly'> =
  defineRule({
    id: 'unauthenticated-api-published',
    summary: 'An interface that gives control without a login, published beyond this machine',
    severity: 'error',
    minConfidence: 'certain',
    fix: 'suggested',
    since: '0.1.0',
    yieldsTo: ['ports-with-host-network'],
    messages: {
      published:
        '{software} ({purpose}) of `{service}` asks for no login by default and is published on {address}, so whoever reaches port {port} controls it: publish it on 127.0.0.1, or turn on TLS with client certificates',
      podman:
        '{software} ({purpose}) of `{service}` asks for no login by default and is published on {address}, so whoever reaches port {port} controls it: publish it on 127.0.0.1, or turn on TLS with client certificates',
      node: '{software} ({purpose}) of `{service}` asks for no login by default and takes port {port} of each node that it runs on: leave out `static`, or choose a `host_network` that only its clients reach',
      denied: 'this denies {port}, and what Docker publishes does not come by here',
      readOnly:
        'kubelet answers on port {port} without a login, so whoever reaches this node reads what runs on it: set it to 0',
      listening:
        '{software} listens on {address} without TLS, so whoever reaches port {port} {power}: listen on 127.0.0.1, or turn on TLS with client certificates',
    },
    *check(context) {
      yield* exposureFindings(context, ['unauthenticated-api']);
      yield* listening(context);
    },
  });

function* listening({ facts }: RuleContext): Iterable<RawFinding<'listening' | 'readOnly'>> {
  for (const { occurrence, address, software, severity } of controlListeners(facts)) {
    const range = writtenRange(occurrence.value);
    if (!range || range.first === 0) continue;
    const at = { path: facts.path, span: occurrence.span };
    if (software === 'kubelet') {
      const fix = { title: 'Switch it off', safety: 'suggested', edits: [{ ...at, newText: '0' }] } as const;
      yield { at, message: 'readOnly', data: { port: range.first }, fixes: occurrence.editable ? [fix] : [] };
      continue;
    }
    yield {
      at,
      message: 'listening',
      ...(severity && { severity }),
      data: { port: range.first, software, address: showAddress(address), power: POWER[software] },
      fixes: occurrence.binding?.span ? addressFix(facts, occurrence.binding.span, 'Listen on 127.0.0.1 only') : [],
    };
  }
}

const POWER = {
  'Docker Engine': 'is root on this machine',
  etcd: 'reads and writes every key',
} as const;
