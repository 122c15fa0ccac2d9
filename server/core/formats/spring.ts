import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import { beginsLine } from '../text/beginsLine.ts';
import { extension } from '../text/path.ts';
import { defineFormat, type Format } from './format.ts';
import { applicationFacts } from './spring/applicationFacts.ts';
import { at, type Place } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const LISTEN = port('listen', { protocols: ['tcp'], addressKey: 'address' });

const PLACES: readonly Place[] = [
  at('{server,management.server,local.server,grpc.server,dubbo.protocol,spring.rsocket.server}.port', LISTEN),
  at('{micronaut.server,micronaut.ssl,micronaut.server.ssl}.port', LISTEN),
  at('**.quarkus.{http,management}.{port,test-port,ssl-port,test-ssl-port}', LISTEN),
  at('spring.ldap.embedded.port', LISTEN),
  at('{spring,quarkus}.**.{jdbc-url,jdbcUrl,r2dbc-url}', connection()),
  at('spring.datasource.**.url', connection()),
  at('eureka.instance.{nonSecurePort,non-secure-port,securePort,secure-port}', port('advertise', TCP)),
  at('logging.{pattern,level}', nothing()),
  at('{quarkus,spring}.{log,banner,messages}.**.{format,pattern}', nothing()),
];

const ABOUT = {
  id: 'spring',
  title: 'Spring Boot, Micronaut and Quarkus',
  documentation: 'https://docs.spring.io/spring-boot/appendix/application-properties/',
  files: [
    'application.{properties,yml,yaml}',
    'application{-,_,.}*.{properties,yml,yaml}',
    'bootstrap{,-*}.properties',
    '**/src/{main,test}/resources/{application,bootstrap}*.{properties,yml,yaml}',
  ],
  languages: ['spring-boot-properties', 'spring-boot-properties-yaml'],
  content: {
    files: ['*.{properties,yml,yaml}', '*.{properties,yml,yaml}.*'],
    test: looksLikeSpring,
  },
  places: PLACES,
  dotted: true,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  facts: applicationFacts,
} satisfies Omit<Parameters<typeof defineTreeFormat>[0], 'syntax'>;

const IN_YAML = defineTreeFormat({ ...ABOUT, syntax: readYaml });
const IN_PROPERTIES = defineTreeFormat({ ...ABOUT, syntax: text => readKeyValue(text, PROPERTIES) });

/** The settings of Java applications, whose frameworks share the files and the form of placeholders. */
export const spring: Format = defineFormat({
  ...IN_YAML,
  read: source => (isYaml(source.path) ? IN_YAML : IN_PROPERTIES).read(source),
});

function isYaml(path: string): boolean {
  return extension(path).toLowerCase() !== 'properties' && /\.ya?ml(?:\.[\w-]+)?$/i.test(path);
}

/** Keys that only these frameworks have, at the beginning of a line. */
function looksLikeSpring(text: string): boolean {
  return TELLING.some(key => beginsLine(text, key));
}

const TELLING = ['spring:', 'spring.', 'quarkus:', 'quarkus.', 'micronaut:', 'micronaut.', 'eureka:', 'eureka.'];
