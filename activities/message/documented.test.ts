import { readFileSync } from 'node:fs';
import test from 'ava';
import { compileText } from '../../contracts/message/template/compile-text.ts';
import { SendMessageBlock } from '../../contracts/scenario/blocks/data-blocks.ts';

const PAGE = new URL('../../docs/messages.md', import.meta.url);

test('the block in docs/messages.md is a block, and each variable of its text has a value', (t) => {
  const examples = [...readFileSync(PAGE, 'utf8').matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) =>
    JSON.parse(json),
  );
  const block = SendMessageBlock.parse(examples.find(({ type }) => type === 'sendMessage'));
  const text = compileText(block.text ?? '');
  t.deepEqual(text.ok && text.variables, Object.keys(block.values));
  t.deepEqual(Object.keys(block.next), ['accepted', 'refused', 'failed']);
});
