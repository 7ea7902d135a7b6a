type Node<T> = { value: T; before: Node<T> | undefined; after: Node<T> | undefined; in: boolean };

/** First in, first out, with O(1) leaving from the middle: for commands whose time runs out. */
export type WaitingLine<T> = {
  /** Adds at the end; returns what takes it out again (no effect when it is out already). */
  push(value: T): () => void;
  first(): T | undefined;
  shift(): T | undefined;
  size(): number;
};

/** Makes an empty line. */
export function createWaitingLine<T>(): WaitingLine<T> {
  let head: Node<T> | undefined;
  let tail: Node<T> | undefined;
  let size = 0;

  function remove(node: Node<T>): void {
    if (!node.in) return;
    node.in = false;
    size -= 1;
    if (node.before === undefined) head = node.after;
    else node.before.after = node.after;
    if (node.after === undefined) tail = node.before;
    else node.after.before = node.before;
  }

  return {
    push(value): () => void {
      const node: Node<T> = { value, before: tail, after: undefined, in: true };
      if (tail === undefined) head = node;
      else tail.after = node;
      tail = node;
      size += 1;
      return () => remove(node);
    },
    first: () => head?.value,
    shift(): T | undefined {
      const node = head;
      if (node !== undefined) remove(node);
      return node?.value;
    },
    size: () => size,
  };
}
