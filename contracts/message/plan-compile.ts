/** Why a text could not be made; `at`: characters from the beginning of the source. */
export type RenderFailure = { code: string; message: string; at: number | null };

/**
 * Turns a source into a function of one recipient's values. Both kinds of text (Handlebars under the allow-list,
 * Alimtalk's `#{변수}`) have this shape; `render` throws when a limit is passed.
 */
export type TextCompiler = (source: string) => CompiledText;
export type CompiledText =
  | { ok: true; variables: readonly string[]; render: (values: Readonly<Record<string, string>>) => string }
  | { ok: false; problems: readonly RenderFailure[] };
