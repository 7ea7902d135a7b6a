import type { Document, DraftBlock } from '../model/document.ts';
import { type Library, wordsOfPath } from './library.ts';

export type SummaryWords = {
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  readonly library: Library;
};

type Item = NonNullable<Extract<DraftBlock, { type: 'play' }>['prompts']>[number];

/** One piece of what is said, as words. */
export function itemWords(item: Item, { t, library }: SummaryWords): string {
  if (typeof item === 'string') return wordsOfPath(library, item);
  if ('text' in item) return item.text;
  if ('prompt' in item) return library.prompts.find(({ id }) => id === item.prompt)?.name ?? t('item.prompt');
  if ('silence' in item) return t('item.silenceOf', { seconds: item.silence / 1_000 });
  if ('tone' in item) return t('item.tone');
  if ('say' in item)
    return t('item.sayOf', {
      value: 'variable' in item.value ? item.value.variable : String(item.value.literal),
    });
  return '';
}

/** What a block does, in one line. Empty where its type says it all. */
export function summaryOf(block: DraftBlock, words: SummaryWords): string {
  const { t, library } = words;
  switch (block.type) {
    case 'play':
    case 'say':
    case 'menu':
    case 'collect':
    case 'leaveMessage':
    case 'offerCallback':
      return block.prompts.map((item) => itemWords(item, words)).join(' ');
    case 'connect':
    case 'transfer':
      return t(block.target.kind === 'extension' ? 'target.extensionOf' : 'target.phoneOf', {
        digits: block.target.digits,
      });
    case 'businessHours':
      return calendarName(block.calendar, words);
    case 'condition':
    case 'switch':
      return 'variable' in block ? block.variable : 'variable' in block.when ? block.when.variable : '';
    case 'loop':
      return t('summary.times', { times: block.times });
    case 'wait':
      return t('summary.seconds', { seconds: block.ms / 1_000 });
    case 'tag':
      return block.tags.join(', ');
    case 'toScenario':
      return library.scenarios.find(({ id }) => id === block.scenario)?.name ?? t('summary.notChosen');
    default:
      return otherSummary(block, words);
  }
}

function otherSummary(block: DraftBlock, { t }: SummaryWords): string {
  switch (block.type) {
    case 'set':
      return block.assign.map(({ variable }) => variable).join(', ');
    case 'log':
      return block.text;
    case 'sendMessage':
      return block.text ?? block.template ?? '';
    case 'httpRequest':
      return `${block.method ?? 'GET'} ${block.url.replace(/^https:\/\//, '')}`;
    case 'enqueue':
      return block.queue;
    case 'joinConference':
      return block.room;
    case 'subScenario':
      return block.part;
    case 'return':
      return block.outcome;
    case 'recording':
      return t(`action.${block.action}`);
    case 'language':
      return t(`language.${block.language}`);
    case 'setCallerId':
      return block.number === 'called' ? t('field.calledNumber') : block.number;
    default:
      return '';
  }
}

type CalendarRef = Extract<DraftBlock, { type: 'businessHours' }>['calendar'];

/** Name of the hours that a block asks. */
export function calendarName(calendar: CalendarRef, { t, library }: SummaryWords): string {
  if (typeof calendar === 'string') return calendar;
  if ('of' in calendar) return t('calendar.ofNumber');
  return library.calendars.find(({ id }) => id === calendar.company)?.name ?? t('summary.notChosen');
}

/** Where a handler of a document leads, by id. */
export const handlersOf = (document: Document): Readonly<Record<string, string | undefined>> => ({
  ...document.handlers,
  onHungUp: document.onHungUp,
});
