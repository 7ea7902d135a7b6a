import { type Channel, variable } from './channel.ts';
import type { Core } from './core.ts';

const reference = /\$\{([^{}]*)\}/g;

/**
 * Replaces every `${name}` by the channel's variable, else the global one, else nothing. `${api(…)}` would run a
 * command on a switch with api-expansion on; here it is counted and refused in the words of one that has it off.
 */
export function expandVariables(core: Core, channel: Channel, text: string): string {
  return text.replace(reference, (_all, name: string) => {
    if (/[( ]/.test(name)) {
      core.stats.apiExpansions += 1;
      return '<API Execute Permission Denied>';
    }
    return variable(channel, name) ?? core.settings.globals[name] ?? '';
  });
}

/** What an application gets as its argument: expanded unless `app_disable_expand_variables=true` (design §2). */
export function expandArgument(core: Core, channel: Channel, text: string): string {
  if (variable(channel, 'app_disable_expand_variables') === 'true') return text;
  return expandVariables(core, channel, text);
}
