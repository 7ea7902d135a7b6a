import Handlebars from 'handlebars';
import { isCallwrightError } from '../../errors.ts';
import { checkTree } from './check-tree.ts';
import { ownTexts } from './own-texts.ts';
import { refuseBeforeParsing } from './parse-gate.ts';
import { syntaxPlace } from './syntax-place.ts';
import { TEMPLATE_HELPERS } from './template-helpers.ts';
import { TEMPLATE_LIMITS } from './template-limits.ts';
import { templateProblem } from './template-messages.ts';
import type { CompiledTemplate, RenderProblem, TemplateProblem } from './template-problem.ts';

/** An instance of our own: what another module registers is not known here, and of its built-in blocks two are left. */
const engine = Handlebars.create();
for (const name of Object.keys(engine.helpers))
  if (name !== 'if' && name !== 'unless') engine.unregisterHelper(name);
for (const [name, help] of TEMPLATE_HELPERS)
  engine.registerHelper(name, (value: unknown) => help(String(value)));

const KNOWN: CompileOptions['knownHelpers'] & Record<string, boolean> = {
  ...{ helperMissing: false, blockHelperMissing: false, each: false, with: false, log: false, lookup: false },
  ...{ if: true, unless: true },
  ...Object.fromEntries([...TEMPLATE_HELPERS.keys()].map((name) => [name, true])),
};

/** A text is no HTML: nothing is escaped. No `@` values, no look-ups along prototypes. */
const COMPILE = { knownHelpers: KNOWN, knownHelpersOnly: true, noEscape: true, strict: true, data: false };
const RUN = { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false };

/**
 * Takes a text with `{{이름}}` (issue 5, S14): plain variables, the listed helpers, `if` and `unless`, and nothing else
 * of Handlebars. Throws nothing; `variables` are in the order of their appearance, and every one needs a value. It
 * makes functions of texts, so it runs on the server only, and not in workflows.
 */
export function compileText(written: string): CompiledTemplate {
  const read = readTree(written);
  if (!read.ok) return read;
  const { program } = read;
  const variables = [...read.variables];
  const fill: HandlebarsTemplateDelegate = engine.compile(program, COMPILE);
  return {
    ok: true,
    variables,
    render: (values) => {
      const own = ownTexts(variables, values);
      if (!own.ok) return own;
      try {
        const text = fill(own.texts, RUN);
        return text.length <= TEMPLATE_LIMITS.output ? { ok: true, text } : { ok: false, problem: TOO_LONG };
      } catch (error) {
        return { ok: false, problem: invalid(error) };
      }
    },
  };
}

type Tree = { ok: true; program: hbs.AST.Program; variables: ReadonlySet<string> };
type Refused = { ok: false; problems: TemplateProblem[] };
const refused = (...problems: TemplateProblem[]): Refused => ({ ok: false, problems });

function readTree(written: string): Tree | Refused {
  // A ready-made tree instead of a text would be compiled unchecked: CVE-2021-23383 and its kind.
  if (typeof written !== 'string') return refused(templateProblem('syntax', 0));
  if (written.length > TEMPLATE_LIMITS.source)
    return refused(templateProblem('too-long', TEMPLATE_LIMITS.source));
  const source = written.normalize('NFC');
  const early = refuseBeforeParsing(source);
  if (early !== undefined) return refused(early);
  try {
    const program = engine.parse(source);
    const { problems, variables } = checkTree(program, source);
    return problems.length > 0 ? refused(...problems) : { ok: true, program, variables };
  } catch (error) {
    return refused(templateProblem('syntax', syntaxPlace(source, error, engine.parse)));
  }
}

const TOO_LONG: RenderProblem = {
  code: 'output-too-long',
  message: `값을 넣은 문구가 ${TEMPLATE_LIMITS.output.toLocaleString('en')}자를 넘습니다`,
  variable: null,
};

/** Our helpers say what is wrong with a value; what else may go wrong says nothing that was in it. */
const invalid = (error: unknown): RenderProblem => ({
  code: 'variable-invalid',
  message: isCallwrightError(error) ? error.message : '값을 넣을 수 없습니다',
  variable: null,
});
