/** A directed graph of block ids. Everything here is iterative: documents may be hostile. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Nodes that can be reached from `from`, itself included. */
export function reachable(graph: Graph, from: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const stack = [...from];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node) || !graph.has(node)) continue;
    seen.add(node);
    for (const target of graph.get(node) ?? []) stack.push(target);
  }
  return seen;
}

/** The same graph with every edge turned round. */
export function reversed(graph: Graph): Graph {
  const turned = new Map<string, string[]>([...graph.keys()].map((node) => [node, []]));
  for (const [node, targets] of graph) for (const target of targets) turned.get(target)?.push(node);
  return turned;
}

/** The graph without some of its nodes. */
export function without(graph: Graph, gone: ReadonlySet<string>): Graph {
  const rest = new Map<string, readonly string[]>();
  for (const [node, targets] of graph) {
    if (!gone.has(node))
      rest.set(
        node,
        targets.filter((target) => !gone.has(target)),
      );
  }
  return rest;
}

/**
 * Nodes that lie on a cycle or between two cycles: what is left when nodes without a predecessor or without a
 * successor are peeled off again and again. Empty exactly if the graph has no cycle.
 */
export function cyclic(graph: Graph): Set<string> {
  const peeled = peel(graph, new Set(graph.keys()));
  return peel(reversed(graph), peeled);
}

function peel(graph: Graph, within: ReadonlySet<string>): Set<string> {
  const left = new Set(within);
  const into = new Map<string, number>([...left].map((node) => [node, 0]));
  for (const node of left) {
    for (const target of graph.get(node) ?? [])
      if (left.has(target)) into.set(target, (into.get(target) ?? 0) + 1);
  }
  const free = [...left].filter((node) => into.get(node) === 0);
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    left.delete(node);
    for (const target of graph.get(node) ?? []) {
      if (!left.has(target)) continue;
      const count = (into.get(target) ?? 0) - 1;
      into.set(target, count);
      if (count === 0) free.push(target);
    }
  }
  return left;
}

/** True if `node` can be reached from itself by at least one edge. */
export function onCycle(graph: Graph, node: string): boolean {
  return reachable(graph, graph.get(node) ?? []).has(node);
}

/**
 * Strongly connected components (Tarjan), each before those that lead to it: blocks that lie on loops together are one
 * component, every other block is one of its own.
 */
export function components(graph: Graph): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open = new Set<string>();
  const path: string[] = [];
  for (const root of graph.keys()) {
    const stack = index.has(root) ? [] : [{ node: root, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { node } = top;
      if (top.next === 0) {
        index.set(node, index.size);
        low.set(node, index.get(node) ?? 0);
        path.push(node);
        open.add(node);
      }
      const target = graph.get(node)?.[top.next];
      top.next += 1;
      if (target !== undefined) {
        if (!graph.has(target)) continue;
        if (!index.has(target)) stack.push({ node: target, next: 0 });
        else if (open.has(target)) low.set(node, Math.min(low.get(node) ?? 0, index.get(target) ?? 0));
        continue;
      }
      stack.pop();
      const caller = stack.at(-1)?.node;
      if (caller !== undefined) low.set(caller, Math.min(low.get(caller) ?? 0, low.get(node) ?? 0));
      if (low.get(node) !== index.get(node)) continue;
      const members = path.splice(path.lastIndexOf(node));
      for (const member of members) open.delete(member);
      found.push(members);
    }
  }
  return found;
}

/** Number of wires. */
export const wiresIn = (graph: Graph): number =>
  [...graph.values()].reduce((sum, targets) => sum + targets.length, 0);
