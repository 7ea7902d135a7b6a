import type { Hours } from '../../contracts/call/event.ts';
import type { Calendar } from '../../contracts/scenario/calendar.ts';
import type { Switches } from '../shared/switch-port.ts';
import { createApologise } from './apologise.ts';
import { type Calendars, createBusinessHours } from './business-hours.ts';
import { createInspectVerb } from './inspect-verb.ts';
import { createIssueVerbs } from './issue-verbs.ts';
import { createLoadPart, type ScenarioStore } from './load-part.ts';
import { type CallRecords, createRecordCall } from './record-call.ts';
import type { StepSink } from './step-sink.ts';
import type { CallActivities } from './types.ts';

export type CallPorts = {
  switches: Switches;
  sink: StepSink;
  scenarios: ScenarioStore & Calendars;
  records: CallRecords;
  hoursVerdict: (calendar: Calendar, at: number) => Hours;
};

/** What only needs the switch: the worker beside a node runs these as the second try. */
export function createSwitchActivities(
  ports: Pick<CallPorts, 'switches' | 'sink'>,
): Pick<CallActivities, 'issueVerbs' | 'inspectVerb' | 'apologise'> {
  return {
    issueVerbs: createIssueVerbs(ports.switches, ports.sink),
    inspectVerb: createInspectVerb(ports.switches),
    apologise: createApologise(ports.switches),
  };
}

/** Everything that a call's workflow can do to the world. */
export function createCallActivities(ports: CallPorts): CallActivities {
  return {
    ...createSwitchActivities(ports),
    loadPart: createLoadPart(ports.scenarios),
    businessHours: createBusinessHours(ports.scenarios, ports.hoursVerdict),
    recordCall: createRecordCall(ports.records),
  };
}
