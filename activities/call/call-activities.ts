import type { Switches } from '../shared/switch-port.ts';
import { createApologise } from './apologise.ts';
import {
  type CalendarPorts,
  type Calendars,
  createBusinessHours,
  createNextInstant,
} from './business-hours.ts';
import { createInspectVerb } from './inspect-verb.ts';
import { createIssueVerbs } from './issue-verbs.ts';
import { createLoadPart, type ScenarioStore } from './load-part.ts';
import { createPublishedScenario, type PublishedScenario } from './published-scenario.ts';
import { type CallRecords, createRecordCall } from './record-call.ts';
import type { StepSink } from './step-sink.ts';
import type { CallActivities } from './types.ts';

export type CallPorts = {
  switches: Switches;
  sink: StepSink;
  scenarios: ScenarioStore & Calendars;
  records: CallRecords;
  calendars: CalendarPorts;
  publishedScenario: PublishedScenario;
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
    businessHours: createBusinessHours(ports.scenarios, ports.calendars),
    nextInstant: createNextInstant(ports.scenarios, ports.calendars),
    publishedScenario: createPublishedScenario(ports.publishedScenario, ports.scenarios),
    recordCall: createRecordCall(ports.records),
  };
}
