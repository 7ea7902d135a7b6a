import type { RequestHandler } from 'express';
import {
  PromptParams,
  RecordCallOrder,
  RecordCallParams,
  type RecordCallView,
} from '../../contracts/api/prompts.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import type { NodeName, TenantId } from '../../contracts/ids.ts';
import type { PromptRecordingInput } from '../../contracts/prompt/recording-call.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { RecordCallRow } from '../../db/repositories/prompt-record-calls.ts';
import { actorOf } from '../http/identity.ts';
import { Refusal } from '../http/refusal.ts';
import { render } from '../http/render.ts';
import { apiItself } from '../session/account-parts.ts';
import { foundPrompt } from './prompt-handlers.ts';

/** Where recordings by telephone begin. */
export type RecordCallPort = {
  readonly nodes: readonly NodeName[];
  /** The simulator's telephones have no accounts: any extension may be rung there. */
  readonly anyExtension: boolean;
  /** Rejects with `temporal/unavailable`. */
  start(input: PromptRecordingInput): Promise<void>;
};

export type RecordCallParts = {
  readonly repositories: Pick<Repositories, 'prompts' | 'promptRecordCalls' | 'sipAccounts' | 'numbers'>;
  readonly recordCalls?: RecordCallPort | undefined;
};

const toView = ({ id, state, reason }: Pick<RecordCallRow, 'id' | 'state' | 'reason'>): RecordCallView => ({
  id,
  state,
  reason,
});

/** `POST /api/v1/prompts/:id/record-call`: rings an extension of the prompt's company. */
export const startRecordCall =
  ({ repositories, recordCalls }: RecordCallParts): RequestHandler =>
  async (request, response) => {
    const actor = actorOf(response);
    const { id: prompt } = PromptParams.parse(request.params);
    const { extension, language } = RecordCallOrder.parse(request.body);
    const { tenant } = foundPrompt(await repositories.prompts.read(actor, prompt));
    const [node] = recordCalls?.nodes ?? [];
    if (recordCalls === undefined || node === undefined)
      throw new CallwrightError('temporal/unavailable', 'this installation places no calls');
    if (!recordCalls.anyExtension) await requireExtension(repositories, tenant, extension);
    const callerNumber = await numberToShow(repositories, tenant, extension);
    const call = { tenant, prompt, language, extension };
    const id = await repositories.promptRecordCalls.begin(actor, call);
    try {
      await recordCalls.start({ id, tenant, node, extension, callerNumber });
    } catch (error) {
      await repositories.promptRecordCalls.note(apiItself, id, 'failed', 'failed');
      throw error;
    }
    render(request, response, 'recordCall', toView({ id, state: 'calling', reason: null }));
  };

async function requireExtension(
  { sipAccounts }: Pick<Repositories, 'sipAccounts'>,
  tenant: TenantId,
  extension: string,
): Promise<void> {
  const own = (await sipAccounts.all(apiItself)).find((account) => account.extension === extension);
  if (own?.tenant === tenant && own.enabled) return;
  const message = '회사에 없는 내선입니다 · The company has no such extension';
  throw new Refusal('prompt/refused', [{ code: 'no-extension', message, field: 'extension', row: null }]);
}

/** Shown on the telephone: a number of the company; without one, its own. */
async function numberToShow(
  { numbers }: Pick<Repositories, 'numbers'>,
  tenant: TenantId,
  extension: string,
): Promise<string> {
  const own = (await numbers.all(apiItself)).find((number) => number.tenant === tenant && number.enabled);
  return own?.digits ?? extension;
}

/** `GET /api/v1/prompts/:id/record-calls/:call`. */
export const showRecordCall =
  ({ repositories }: RecordCallParts): RequestHandler =>
  async (request, response) => {
    const { id, call } = RecordCallParams.parse(request.params);
    const row = await repositories.promptRecordCalls.get(actorOf(response), call);
    if (row === undefined || row.prompt !== id)
      throw new CallwrightError('request/not-found', 'no such recording');
    render(request, response, 'recordCall', toView(row));
  };
