/** Reads a channel variable by name: `event.variable` of an ESL event, or {@link variablesOf} of a dump. */
export type Variables = (name: string) => string | undefined;

/** Takes headers as JSON has them (`variable_<name>`); returns their reader. */
export function variablesOf(headers: Readonly<Record<string, unknown>>): Variables {
  return (name) => {
    const key = `variable_${name}`;
    const value = Object.hasOwn(headers, key) ? headers[key] : undefined;
    return typeof value === 'string' ? value : undefined;
  };
}
