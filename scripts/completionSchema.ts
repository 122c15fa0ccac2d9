type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A JSON schema that completes and explains as the given one does, and refuses nothing. It ships with the extension, whose
 * server says itself what is wrong in a `portolan.json`, and what to write instead: each fault would be told twice.
 */
export function completionSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(completionSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key, value]) => !isRefusal(key, value));
  const inner = Object.fromEntries(kept.map(([key, value]) => [key, key === 'enum' ? value : completionSchema(value)]));
  if (!('enum' in inner)) return inner;
  const { enum: words, enumDescriptions, ...rest } = inner;
  return { ...rest, anyOf: [{ enum: words, ...(enumDescriptions !== undefined && { enumDescriptions }) }, {}] } as Json;
}

function isRefusal(key: string, value: Json): boolean {
  return ['pattern', 'propertyNames', 'minLength', 'type'].includes(key)
    ? typeof value !== 'object' || key === 'propertyNames'
    : key === 'additionalProperties' && value === false;
}
