export { SWITCH_VARIABLES, type SwitchEnvironment, validateSwitchEnvironment } from './environment.ts';
export { CONF_DIR, startArguments, stateFolders } from './start-arguments.ts';
