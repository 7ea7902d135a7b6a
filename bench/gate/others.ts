import { readFileSync } from 'node:fs';
import { cpuMsOf, family } from '../figures/processes.ts';

/** Processor time of the whole machine since it began, ms. */
export type MachineTime = { readonly busyMs: number; readonly allMs: number };

const MS_PER_TICK = 10;

/**
 * Takes the text of /proc/stat, returns its first line added up: proc(5) user, nice, system, idle, iowait, irq, softirq,
 * steal; what follows is counted in `user` already. Busy is all but idle and iowait: time that the hypervisor gave to
 * others (steal) was not ours either. Undefined where there is no such file.
 */
export function machineTime(text: string | undefined): MachineTime | undefined {
  const fields = /^cpu +(?<fields>[0-9 ]+)$/m.exec(text ?? '')?.groups?.['fields'];
  if (fields === undefined) return undefined;
  const ticks = fields.trim().split(/ +/).slice(0, 8).map(Number);
  const all = ticks.reduce((sum, one) => sum + one, 0);
  const resting = (ticks[3] ?? 0) + (ticks[4] ?? 0);
  return { busyMs: (all - resting) * MS_PER_TICK, allMs: all * MS_PER_TICK };
}

/**
 * Counts how much of the machine's processor time goes to processes that are neither this one nor below it. Call the
 * result to end it: a share from 0 to 1, or undefined where the system does not tell.
 */
export function watchOthers(everyMs = 2_000): () => number | undefined {
  let last = look();
  let othersMs = 0;
  let allMs = 0;
  const add = (): void => {
    const next = look();
    if (last !== undefined && next !== undefined) {
      const ours = next.oursMs - last.oursMs;
      othersMs += Math.max(0, next.busyMs - last.busyMs - ours);
      allMs += next.allMs - last.allMs;
    }
    last = next;
  };
  // Often, because what a process of ours used that has ended meanwhile would pass for somebody else's.
  const timer = setInterval(add, everyMs);
  return () => {
    clearInterval(timer);
    add();
    return allMs === 0 ? undefined : othersMs / allMs;
  };
}

function look(): (MachineTime & { readonly oursMs: number }) | undefined {
  const time = machineTime(readStat());
  return time === undefined ? undefined : { ...time, oursMs: cpuMsOf(family(process.pid)) };
}

function readStat(): string | undefined {
  try {
    return readFileSync('/proc/stat', 'utf8');
  } catch {
    return undefined;
  }
}
