import type { optOuts as korean } from '../ko/opt-outs.ts';
import type { TextsLike } from '../texts.ts';

export const optOuts: TextsLike<typeof korean> = {
  title: 'Opt-outs',
};
