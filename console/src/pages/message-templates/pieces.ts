import type { messageTemplates } from '../../i18n/ko/message-templates.ts';
import type { Draft } from './draft.ts';

export type PieceName = keyof (typeof messageTemplates)['piece'];
export type Piece = { readonly name: PieceName; readonly piece: string };

/** What can be put into a template by a press. Names of variables are examples to write over. */
export const PIECES: Readonly<Record<Draft['kind'], readonly Piece[]>> = {
  text: [
    { name: 'variable', piece: '{{이름}}' },
    { name: 'topic', piece: '{{은는 이름}}' },
    { name: 'subject', piece: '{{이가 이름}}' },
    { name: 'object', piece: '{{을를 이름}}' },
    { name: 'toward', piece: '{{으로 이름}}' },
    { name: 'with', piece: '{{과와 이름}}' },
    { name: 'number', piece: '{{수 수량}}' },
    { name: 'money', piece: '{{원 금액}}' },
    { name: 'maskedPhone', piece: '{{가린번호 전화번호}}' },
    { name: 'if', piece: '{{#if 이름}}{{이름}} 님, {{/if}}' },
  ],
  alimtalk: [{ name: 'variable', piece: '#{이름}' }],
};
