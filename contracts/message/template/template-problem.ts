/** Why a text to fill in is refused, a closed set: the console has its own words for each. */
export const TEMPLATE_PROBLEMS = [
  'too-long',
  'syntax',
  'name',
  'path',
  'unknown-helper',
  'helper-value',
  'block',
  'hash',
  'sub-expression',
  'partial',
  'decorator',
  'data',
  'raw-block',
  'unescaped',
  'too-deep',
  'too-many-parts',
] as const;
export type TemplateProblemCode = (typeof TEMPLATE_PROBLEMS)[number];

/** `at` counts UTF-16 units from the beginning of the text. */
export type TemplateProblem = { code: TemplateProblemCode; message: string; at: number };

/** Why the values of one recipient cannot be put in; `variable` is null where it is the whole text. */
export type RenderProblem = {
  code: 'variable-missing' | 'variable-invalid' | 'output-too-long';
  message: string;
  variable: string | null;
};

export type Rendered = { ok: true; text: string } | { ok: false; problem: RenderProblem };

/** Values by the names between the braces; only own properties that are texts count. */
export type TemplateValues = Readonly<Record<string, string>>;

export type CompiledTemplate =
  | { ok: true; variables: string[]; render: (values: TemplateValues) => Rendered }
  | { ok: false; problems: TemplateProblem[] };
