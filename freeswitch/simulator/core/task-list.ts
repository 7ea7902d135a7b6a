import type { Cancel, Clock } from '../clock/clock.ts';

/** One entry of the switch's scheduler. */
export type ScheduledTask = {
  readonly id: number;
  readonly description: string;
  readonly group: string;
  /** Whole seconds since the epoch. */
  readonly runtime: number;
};

/** `sched_transfer`, `sched_hangup`, `sched_api` and `sched_del` all work on this list. */
export type TaskList = {
  readonly add: (description: string, group: string, seconds: number, run: () => void) => number;
  /** Removes a task by number or all tasks of a group (a channel's uuid); returns how many. */
  readonly remove: (idOrGroup: string) => number;
  readonly all: () => readonly ScheduledTask[];
};

/** A list whose tasks fire after whole seconds (14-: +3 fired after 3.006 s). */
export function createTaskList(clock: Clock): TaskList {
  const tasks = new Map<number, ScheduledTask & { readonly cancel: Cancel }>();
  let lastId = 3;
  return {
    add: (description, group, seconds, run) => {
      lastId += 1;
      const id = lastId;
      const cancel = clock.after(seconds * 1000, () => {
        tasks.delete(id);
        run();
      });
      tasks.set(id, {
        id,
        description,
        group,
        runtime: Math.floor(clock.now() / 1000) + seconds,
        cancel,
      });
      return id;
    },
    remove: (idOrGroup) => {
      const hits = [...tasks.values()].filter((t) => t.group === idOrGroup || String(t.id) === idOrGroup);
      for (const task of hits) {
        task.cancel();
        tasks.delete(task.id);
      }
      return hits.length;
    },
    all: () => [...tasks.values()],
  };
}
