import { runEslBench } from './esl/run.ts';
import { readOptions } from './options.ts';
import { type Result, reportCalls, reportTurns, saveResult } from './report.ts';
import { runCalls } from './runs/calls.ts';
import { runFeed } from './runs/feed.ts';
import { runList } from './runs/list.ts';
import { runMessages } from './runs/messages.ts';
import { runScenario } from './runs/scenario.ts';
import { runTurns } from './runs/turns.ts';

/** `npm run bench -- turns | calls | esl | list | feed | messages | scenario`, see bench/README.md. Progress goes to stderr, the result to stdout. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const USAGE =
  'npm run bench -- <turns|calls|esl|list|feed|messages|scenario> [--json] [--save] [--quick|--long] [--rate 10] [--seconds 24] [--no-baselines]';

async function run(name: string, options: ReturnType<typeof readOptions>['options']): Promise<Result> {
  switch (name) {
    case 'turns': {
      const result = await runTurns(options, say);
      return { result, table: reportTurns(result), on: String(result.settings['switch']) };
    }
    case 'calls': {
      const result = await runCalls(options, say);
      return { result, table: reportCalls(result), on: String(result.settings['switch']) };
    }
    case 'esl': {
      const result = await runEslBench();
      return { result, table: [JSON.stringify(result, null, 2)], on: 'stand-in' };
    }
    case 'feed': {
      const result = await runFeed(options.seconds, say);
      return { result, table: [JSON.stringify(result, null, 2)], on: 'postgres' };
    }
    case 'list': {
      const result = await runList({ rows: options.rows, mixtures: 300 }, say);
      return { result, table: [JSON.stringify(result, null, 2)], on: 'postgres' };
    }
    case 'messages': {
      const result = await runMessages(options.recipients, say);
      return { result, table: [JSON.stringify(result, null, 2)], on: 'local-provider' };
    }
    case 'scenario': {
      const result = runScenario(options.rounds === 1 ? 3 : 10, say);
      return { result, table: [JSON.stringify(result, null, 2)], on: 'engine' };
    }
    default:
      throw new TypeError(USAGE);
  }
}

try {
  const { name, options } = readOptions(process.argv.slice(2));
  const done = await run(name, options);
  if (options.save) say(`saved as ${await saveResult(name, done)}`);
  if (!options.json) for (const line of done.table) print(line);
  else print(JSON.stringify(done.result));
  process.exit(0);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
