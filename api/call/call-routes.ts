import { CallCommandBody } from '../../contracts/api/call-command.ts';
import { CallGraphView } from '../../contracts/api/call-graph.ts';
import { CallTechnicalView } from '../../contracts/api/call-technical.ts';
import {
  CallDetailView,
  CallExportQuery,
  CallListQuery,
  CallListView,
  CallParams,
  RecordingParams,
  UnmaskBody,
  UnmaskView,
} from '../../contracts/api/calls.ts';
import type { Route } from '../http/route.ts';
import { sendRecording } from '../recording/send-recording.ts';
import { callGraph } from './call-graph.ts';
import type { CallParts } from './call-parts.ts';
import { callTechnical } from './call-technical.ts';
import { commandCall } from './command-call.ts';
import { exportCalls } from './export-calls.ts';
import { getCall } from './get-call.ts';
import { listCalls } from './list-calls.ts';
import { unmaskCall } from './unmask-call.ts';

const LIST = '/api/v1/calls';
const ONE = `${LIST}/:id`;

/** Call records. */
export const callRoutes = (parts: CallParts): readonly Route[] => [
  {
    method: 'get',
    path: LIST,
    access: 'calls.read',
    describe: { summary: 'Call records, newest first', query: CallListQuery, answer: CallListView },
    handler: listCalls(parts),
  },
  {
    method: 'get',
    path: `${LIST}/export`,
    access: 'calls.export',
    describe: {
      summary:
        'What a filter lists as a file: CSV (100,000 rows at most), or with `format=xlsx` a workbook (20,000)',
      query: CallExportQuery,
      media: 'text/csv',
    },
    handler: exportCalls(parts, Date.now),
  },
  {
    method: 'get',
    path: ONE,
    access: 'calls.read',
    describe: {
      summary: 'One call with its steps and dial attempts',
      params: CallParams,
      answer: CallDetailView,
    },
    handler: getCall(parts),
  },
  {
    method: 'get',
    path: `${ONE}/graph`,
    access: 'calls.read',
    describe: { summary: 'The scenario version of a call', params: CallParams, answer: CallGraphView },
    handler: callGraph(parts),
  },
  {
    method: 'get',
    path: `${ONE}/technical`,
    access: 'calls.technical',
    describe: {
      summary: 'Events, verbs and the workflow behind a call',
      params: CallParams,
      answer: CallTechnicalView,
    },
    handler: callTechnical(parts),
  },
  {
    method: 'post',
    path: `${ONE}/command`,
    access: 'calls.command',
    describe: {
      summary: 'Sends a running call to its scenario’s handler for that, or ends it',
      params: CallParams,
      body: CallCommandBody,
    },
    handler: commandCall(parts),
  },
  {
    method: 'post',
    path: `${ONE}/unmask`,
    access: 'calls.unmask',
    describe: {
      summary: 'The whole numbers of a call; the reason is recorded',
      params: CallParams,
      body: UnmaskBody,
      answer: UnmaskView,
    },
    handler: unmaskCall(parts),
  },
  {
    method: 'get',
    path: `${ONE}/recordings/:file`,
    access: 'recordings.listen',
    describe: { summary: 'A message that was left', params: RecordingParams, media: 'audio/wav' },
    handler: sendRecording(parts, Date.now),
  },
];
