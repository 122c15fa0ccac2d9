import { commands } from 'vscode';
import type { HoverMiddleware } from 'vscode-languageclient';

/** The first step of the walkthrough is done once a hover has shown something. */
export function noteHover(): NonNullable<HoverMiddleware['provideHover']> {
  let isNoted = false;
  return async (document, position, token, next) => {
    const hover = await next(document, position, token);
    if (hover && !isNoted) {
      isNoted = true;
      void commands.executeCommand('setContext', 'portolan.hasHovered', true);
    }
    return hover;
  };
}
