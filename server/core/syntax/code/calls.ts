/** Calls that change how a value is written and not what it is; the first argument is the value. */
export function isConversion(call: string): boolean {
  return CONVERSIONS.has(call);
}

/** Calls that only group what they are given. */
export function isGrouping(call: string): boolean {
  return GROUPINGS.has(call);
}

/** Calls that look up the variable which their first argument names; what follows it is the default. */
export function isLookup(call: string): boolean {
  return LOOKUP.test(call);
}

/** Methods after which `ENV["PORT"]` is still about PORT. */
export function keepsVariable(method: string | undefined): boolean {
  return method !== undefined && /^(?:to_[sif]|to_int|toInt|toInteger|toString|strip|trim|presence)$/.test(method);
}

const CONVERSIONS: ReadonlySet<string> = new Set(
  'int str float Number parseInt Number.parseInt String Integer Float String.to_integer to_string toString tonumber tostring intval strval Integer.parseInt Integer.valueOf lib.mkDefault lib.mkForce mkDefault mkForce builtins.toString lib.toInt Int'.split(
    ' ',
  ),
);

const GROUPINGS: ReadonlySet<string> = new Set(
  'dict array list tuple set frozenset listOf mutableListOf setOf mapOf arrayOf intArrayOf Object.freeze freeze Array.of Set.of List.of'.split(
    ' ',
  ),
);

const LOOKUP =
  /^(?:env|getenv|get_env|environ|config|decouple\.config|(?:\w{1,40}\.){0,4}(?:env|environ|ENV|Env|environment)\.(?:get|fetch|int|str|string|number|integer|url|list|port|asPortNumber)|os\.getenv|os\.Getenv|ENV\.fetch|System\.(?:get_env|fetch_env!?|getenv|getProperty)|Config\.get|Env::get|(?:\w{1,40}\.){1,2}getenv|Integer\.getInteger|providers\.(?:environmentVariable|gradleProperty)|(?:project\.)?findProperty|(?:[\w$]{1,40}\.){0,2}getOrDefault|std\.get)$/;
