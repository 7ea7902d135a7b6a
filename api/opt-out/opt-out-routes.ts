import {
  ConsentAnswer,
  ConsentDraft,
  ConsentListView,
  DigitsParams,
  OfCompanyQuery,
  OptOutDraft,
  OptOutListQuery,
  OptOutListView,
  OptOutView,
} from '../../contracts/api/opt-outs.ts';
import type { Route } from '../http/route.ts';
import { addConsents, listConsents, withdrawConsent } from './consent-handlers.ts';
import { addOptOut, listOptOuts, type OptOutParts, removeOptOut } from './opt-out-handlers.ts';

/** 10,000 numbers as people write them. */
const CONSENTS_BYTES = 512 * 1_024;

/** Who wants no texts, and who wants advertising. Whole numbers: both lists are kept by them. */
export const optOutRoutes = (parts: OptOutParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/opt-outs',
    access: 'messages.manage',
    describe: {
      summary: 'People who want no texts, newest first',
      query: OptOutListQuery,
      answer: OptOutListView,
    },
    handler: listOptOuts(parts),
  },
  {
    method: 'post',
    path: '/api/v1/opt-outs',
    access: 'messages.manage',
    describe: { summary: 'Enters that somebody wants no texts', body: OptOutDraft, answer: OptOutView },
    handler: addOptOut(parts),
  },
  {
    method: 'delete',
    path: '/api/v1/opt-outs/:digits',
    access: 'messages.manage',
    describe: {
      summary: 'Takes it back, as that person asked',
      params: DigitsParams,
      query: OfCompanyQuery,
    },
    handler: removeOptOut(parts),
  },
  {
    method: 'get',
    path: '/api/v1/ad-consents',
    access: 'messages.manage',
    describe: {
      summary: 'People who agreed to advertising, newest first',
      query: OptOutListQuery,
      answer: ConsentListView,
    },
    handler: listConsents(parts),
  },
  {
    method: 'post',
    path: '/api/v1/ad-consents',
    access: 'messages.manage',
    jsonLimit: CONSENTS_BYTES,
    describe: {
      summary: 'Enters consents; what is no mobile number is named and left out',
      body: ConsentDraft,
      answer: ConsentAnswer,
    },
    handler: addConsents(parts),
  },
  {
    method: 'delete',
    path: '/api/v1/ad-consents/:digits',
    access: 'messages.manage',
    describe: {
      summary: 'Enters that a consent was withdrawn',
      params: DigitsParams,
      query: OfCompanyQuery,
    },
    handler: withdrawConsent(parts),
  },
];
