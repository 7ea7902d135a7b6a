import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What FreeSWITCH's preprocessor leaves of a configuration (switch_xml.c, `preprocess`), with its traps: a line with an
 * include tag or `<?` goes as a whole, comments over several lines are not known to it, and `env-set` changes nothing
 * when its variable is not set. Commands of the shell are not run.
 */
export function preprocess(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
  variables: Map<string, string> = new Map(),
): string {
  let out = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (/<\/?include>|<\?/.test(line)) continue;
    const expanded = line.replace(/\$\$\{([^}]+)\}/g, (_, name: string) => variables.get(name) ?? '');
    const command = /<x-pre-process\s+cmd="([^"]*)"\s+data="([^"]*)"/i.exec(expanded);
    if (command === null) {
      out += `${expanded}\n`;
      continue;
    }
    const [, verb = '', data = ''] = command;
    const [name = '', value = ''] = [data.split('=')[0], data.slice(data.indexOf('=') + 1)];
    if (verb === 'set') variables.set(name, value);
    if (verb === 'exec-set') variables.set(name, '0123456789abcdef0123456789abcdef');
    if (verb === 'env-set' && env[value.slice(1)] !== undefined)
      variables.set(name, env[value.slice(1)] ?? '');
    if (verb === 'include') {
      for (const found of globSync(data, { cwd: dirname(file) }).sort()) {
        out += preprocess(`${dirname(file)}/${found}`, env, variables);
      }
    }
  }
  return out;
}
