/** A debugger or profiler that a text turns on for every address of its machine or container. */
export interface OpenDebugger {
  readonly software: string;
  readonly port: number;
  /** What whoever reaches it can do. */
  readonly power: 'runs code in it' | 'reads its memory';
}

/**
 * Finds them in command lines and `NAME=value` lines. What listens on loopback, dials out or asks for a login is left
 * out, and so is what the text does not settle: `address=5005` is open before Java 9 and closed since.
 */
export function openDebuggers(written: string): readonly OpenDebugger[] {
  // Most texts have none, and are looked at once.
  if (!HINT.test(written)) return [];
  const text = plain(written);
  return SIGNS.flatMap(({ software, pattern, without, usual, power = 'runs code in it' }) =>
    without?.test(text)
      ? []
      : [...text.matchAll(pattern)].map(({ groups }) => ({
          software,
          port: Number(groups?.port ?? groups?.later ?? usual),
          power,
        })),
  ).filter(({ port }) => port > 0 && port < 65536);
}

const HINT = /inspect|jdwp|JPDA|debug|dlv|rdbg|gdbserver|jmx|pprof/i;

/** The words of a list, of JSON or of YAML, as one command line. */
function plain(text: string): string {
  return text
    .replace(/["']\s{0,40},\s{0,40}["']/g, ' ')
    .replace(/\r?\n[ \t]{0,80}-[ \t]{1,20}/g, ' ')
    .replace(/\\\r?\n/g, ' ')
    .replace(/["']/g, ' ');
}

interface Sign {
  readonly software: string;
  readonly pattern: RegExp;
  readonly without?: RegExp;
  /** The port where the text names none. */
  readonly usual?: number;
  readonly power?: OpenDebugger['power'];
}

const ANY = String.raw`(?:0\.0\.0\.0|\[::\])`;
const REST = String.raw`[^\n]{0,400}?\s`;
/** What follows the script is the script's: `nodemon app.js --inspect=0.0.0.0` opens nothing. */
const NOT_THE_SCRIPTS = String.raw`(?<!\bnode(?:mon)?[ \t]{1,9}(?![-$]|node\b)\S{1,200}[ \t](?:(?!\bnode\b)[^\n;&|]){0,200})`;

/** The pages that define them are listed on the page of the rule. */
const SIGNS: readonly Sign[] = [
  {
    software: 'the Node.js inspector',
    pattern: new RegExp(
      String.raw`${NOT_THE_SCRIPTS}--inspect(?:-brk|-wait|-port)?[= ]${ANY}(?::(?<port>\d{1,5}))?(?![\d.])`,
      'g',
    ),
    usual: 9229,
  },
  {
    software: 'the Java debugger (JDWP)',
    pattern: new RegExp(
      String.raw`jdwp[=:](?=[^\s]{0,200}server=y)[^\s]{0,200}?address=(?:\*|${ANY}):(?<port>\d{1,5})`,
      'g',
    ),
  },
  {
    software: 'the Java debugger (JDWP)',
    pattern: new RegExp(String.raw`\bJPDA_ADDRESS[=:]\s?(?:\*|${ANY}):(?<port>\d{1,5})`, 'g'),
  },
  {
    software: 'debugpy',
    pattern: new RegExp(String.raw`\bdebugpy\s${REST}?--listen[= ]${ANY}:(?<port>\d{1,5})`, 'g'),
  },
  {
    software: 'Delve',
    pattern: new RegExp(String.raw`\bdlv\s${REST}?(?:--listen|-l)[= ](?:${ANY})?:(?<port>\d{1,5})`, 'g'),
  },
  {
    software: 'gdbserver',
    pattern: new RegExp(String.raw`\bgdbserver\s(?:--\S{1,40}\s){0,5}(?:${ANY})?:(?<port>\d{1,5})`, 'g'),
  },
  {
    software: 'the Ruby debugger (rdbg)',
    pattern: new RegExp(String.raw`\brdbg\s${REST}?--host[= ]${ANY}\s${REST}?--port[= ](?<port>\d{1,5})`, 'g'),
  },
  {
    software: 'the Chrome DevTools protocol',
    pattern: new RegExp(
      String.raw`--remote-debugging-port=(?<port>\d{1,5})(?=[^\n]{0,2000}--remote-debugging-address=${ANY})|--remote-debugging-address=${ANY}[^\n]{0,2000}?--remote-debugging-port=(?<later>\d{1,5})`,
      'g',
    ),
  },
  {
    software: 'JMX without a login',
    pattern: /-Dcom\.sun\.management\.jmxremote\.port=(?<port>\d{1,5})(?!\d)/g,
    // A login is the default. https://docs.oracle.com/en/java/javase/21/management/monitoring-and-management-using-jmx-technology.html
    without: /^(?![\s\S]*jmxremote\.authenticate=false)|jmxremote\.host=(?:127\.|localhost)/,
  },
  {
    software: 'JMX without a login',
    // https://github.com/apache/kafka/blob/trunk/bin/kafka-run-class.sh
    pattern: /\b(?:KAFKA_)?JMX_PORT[=:]\s?(?<port>\d{1,5})(?!\d)/g,
    without: /^(?![\s\S]*\bKAFKA_)|jmxremote\.authenticate=true/,
  },
  {
    software: 'the profiler of Go (pprof)',
    pattern: new RegExp(String.raw`-[\w.-]{0,40}pprof[\w.-]{0,40}[= ](?:${ANY})?:(?<port>\d{1,5})(?!\d)`, 'g'),
    power: 'reads its memory',
  },
];
