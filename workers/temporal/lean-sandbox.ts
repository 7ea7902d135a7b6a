import v8 from 'node:v8';
import vm from 'node:vm';

// Loaded by `--import` into the threads that run workflows, and nowhere else (see sandbox-threads.ts).

/*
 * The SDK records a stack trace for every promise that a workflow makes, for the `__stack_trace` query; that is a third
 * of what a turn costs there. It goes without where V8 has no such hook, so this says that it has none.
 */
v8.promiseHooks.createHook = () => {
  throw new TypeError('stack traces of workflow promises are off');
};

/*
 * Each of the four calls of an activation runs under a time limit, for which Node starts and joins a thread: 0.2 ms
 * each, 0.01 ms without. sandbox-threads.ts watches over loops instead, from outside.
 */
const runInContext = vm.Script.prototype.runInContext;
vm.Script.prototype.runInContext = function (this: vm.Script, context, options = {}) {
  const { timeout: _, ...rest } = options;
  return runInContext.call(this, context, rest);
};
