import {
  LetteringDecision,
  LetteringDraft,
  LetteringListView,
  LetteringParams,
  LetteringView,
} from '../../contracts/api/senders.ts';
import type { Route } from '../http/route.ts';
import {
  decideLettering,
  type LetteringParts,
  listLetterings,
  requestLettering,
} from './lettering-handlers.ts';

/** 레터링: phrases at a carrier, by hand until one has an api (CTI-15, A23). */
export const letteringRoutes = (parts: LetteringParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/letterings',
    access: 'messages.manage',
    describe: { summary: 'Phrases and what the carrier said', answer: LetteringListView },
    handler: listLetterings(parts),
  },
  {
    method: 'post',
    path: '/api/v1/letterings',
    access: 'messages.manage',
    describe: { summary: 'Asks for a phrase', body: LetteringDraft, answer: LetteringView },
    handler: requestLettering(parts),
  },
  {
    method: 'post',
    path: '/api/v1/letterings/:id/decision',
    access: 'messages.approve',
    describe: {
      summary: 'Enters what the carrier said',
      params: LetteringParams,
      body: LetteringDecision,
      answer: LetteringView,
    },
    handler: decideLettering(parts),
  },
];
