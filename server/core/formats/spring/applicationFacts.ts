import { COLON_DEFAULT, fillPlaceholders } from '../../ports/read/placeholders.ts';
import type { Node } from '../../syntax/tree.ts';
import { dirname } from '../../text/path.ts';
import type { TreeFormat } from '../tree/treeFormat.ts';
import { dotenvAt, ownFile } from '../variables/fromEnvironment.ts';
import { portVariables } from '../variables/portVariables.ts';

/**
 * `${server.port}` is another setting of the file, else of the `application` files beside it, else of the environment.
 * https://docs.spring.io/spring-boot/reference/features/external-config.html
 */
export const applicationFacts: NonNullable<TreeFormat['facts']> = ({ documents }, source) => {
  const folder = dirname(source.path);
  const sources = [
    ownFile(source),
    { folder, files: 'application.properties' },
    { folder, files: 'application.{yml,yaml}' },
    dotenvAt(folder),
  ];
  return {
    variables: documents
      .filter(document => !isConditional(document))
      .flatMap(document => portVariables(document, { isDeep: true, fill })),
    variableSources: sources.map(each => ({ ...each, nameOf: relaxed })),
  };
};

function fill(text: Parameters<typeof fillPlaceholders>[0]): ReturnType<typeof fillPlaceholders> {
  return fillPlaceholders(text, COLON_DEFAULT);
}

/** `SERVER_PORT`, `server.port` and `serverPort` are one name. */
function relaxed(name: string): string {
  return name.replace(/[^\dA-Za-z]/g, '').toLowerCase();
}

/** A document of several in a file that counts with some profile only. */
function isConditional(document: Node): boolean {
  return sets(document, 'spring.profiles') || sets(document, 'spring.config.activate.on-profile');
}

/** Keys may hold dots: `spring.config: {activate.on-profile: dev}`. */
function sets(node: Node | undefined, path: string): boolean {
  if (node?.kind !== 'map') return false;
  return node.entries.some(({ key, value }) =>
    key.text === path
      ? value?.kind !== 'map'
      : path.startsWith(`${key.text}.`) && sets(value, path.slice(key.text.length + 1)),
  );
}
