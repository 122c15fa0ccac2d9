import type { PlaceholderForm } from '../../ports/read/placeholders.ts';

/** `${localEnv:PORT:8080}`, `${containerEnv:PORT}`. https://containers.dev/implementors/json_reference/#variables-in-devcontainerjson */
export const LOCAL_ENVIRONMENT: PlaceholderForm = {
  open: '${',
  close: '}',
  read(inner) {
    const [from, name] = inner.split(':');
    if (!from?.endsWith('Env') || name === undefined) return { name: inner };
    const start = from.length + name.length + 2;
    return start > inner.length ? { name } : { name, fallback: { from: start, to: inner.length } };
  },
};
