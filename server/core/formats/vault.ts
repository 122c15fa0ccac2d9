import { readHcl } from '../syntax/hcl.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { TCP, UDP } from './values/transports.ts';

/** Vault and OpenBao: the server. */
export const vault: Format = defineTreeFormat({
  id: 'vault',
  title: 'Vault',
  documentation: 'https://developer.hashicorp.com/vault/docs/configuration/listener/tcp',
  files: ['{vault,openbao}{,-,_,.}*.hcl', '**/{vault,vault.d,openbao}/*.hcl'],
  languages: [],
  content: { files: ['*.hcl'], test: text => /^[ \t]*listener[ \t]+"tcp"/m.test(text) },
  syntax: readHcl,
  places: [
    at('listener.tcp.{address,cluster_address}', hostPort('listen', TCP)),
    at('{storage,backend,ha_storage,seal}.*.address', hostPort('connect', TCP)),
    at('{api_addr,cluster_addr,redirect_addr}', hostPort('advertise', TCP)),
    at('telemetry.{statsd_address,statsite_address,dogstatsd_addr}', hostPort('connect', UDP)),
    at('**.retry_join.leader_api_addr', hostPort('connect', TCP)),
  ],
});
