import { type Channel, setVariable } from './channel.ts';
import { localStamp } from './event-bus.ts';
import { q850Of } from './hangup-causes.ts';

const spans = ['bill', 'progress', 'answer', 'wait', 'progress_media', 'flow_bill'] as const;

function spanMs(channel: Channel, span: (typeof spans)[number]): number {
  const { created, answered, progress, progressMedia, hungUp } = channel.times;
  switch (span) {
    case 'bill':
      return answered ? hungUp - answered : 0;
    case 'progress':
      return progress ? progress - created : 0;
    case 'answer':
      return answered ? answered - created : 0;
    case 'progress_media':
      return progressMedia ? progressMedia - created : 0;
    case 'flow_bill':
      return answered ? hungUp - created : 0;
    case 'wait':
      return 0;
  }
}

function stampVariables(channel: Channel): void {
  const { created, answered, progress, progressMedia, hungUp, bridged } = channel.times;
  const stamps = { start: created, profile_start: created, answer: answered, end: hungUp } as const;
  for (const [name, ms] of Object.entries(stamps)) {
    if (ms) setVariable(channel, `${name}_stamp`, localStamp(ms));
  }
  const epochs = { ...stamps, bridge: bridged, progress, progress_media: progressMedia };
  for (const [name, ms] of Object.entries(epochs)) {
    setVariable(channel, `${name}_epoch`, String(Math.floor(ms / 1000)));
    setVariable(channel, `${name}_uepoch`, String(Math.round(ms * 1000)));
  }
}

function callerId({ profile }: Channel): string {
  if (!profile.callerName) return profile.callerNumber ?? '';
  return `"${profile.callerName}" <${profile.callerNumber ?? ''}>`;
}

/** Sets the variables that only CHANNEL_HANGUP_COMPLETE and what follows carry: cause, times, last application. */
export function reportHangup(channel: Channel): void {
  const cause = channel.hangup?.cause ?? 'NORMAL_CLEARING';
  setVariable(channel, 'hangup_cause', cause);
  setVariable(channel, 'hangup_cause_q850', String(q850Of(cause)));
  setVariable(channel, 'digits_dialed', channel.dialled || 'none');
  stampVariables(channel);
  const held = channel.times.holdAccum;
  setVariable(channel, 'hold_accum_seconds', String(Math.floor(held / 1000)));
  setVariable(channel, 'hold_accum_usec', String(Math.round(held * 1000)));
  setVariable(channel, 'hold_accum_ms', String(Math.floor(held)));
  setVariable(channel, 'last_app', channel.lastApp.app);
  setVariable(channel, 'last_arg', channel.lastApp.data);
  setVariable(channel, 'caller_id', callerId(channel));
  const total = channel.times.hungUp - channel.times.created;
  const durations: [string, number][] = [
    ['duration', total],
    ...spans.map((s): [string, number] => [s, spanMs(channel, s)]),
  ];
  for (const [name, ms] of durations) {
    const [sec, msec, usec] =
      name === 'duration'
        ? ['duration', 'mduration', 'uduration']
        : [`${name}sec`, `${name}msec`, `${name}usec`];
    // Whole seconds are differences of whole-second stamps, not rounded durations.
    setVariable(channel, sec ?? '', String(Math.round(ms / 1000)));
    setVariable(channel, msec ?? '', String(Math.round(ms)));
    setVariable(channel, usec ?? '', String(Math.round(ms * 1000)));
  }
  if (cause === 'LOSE_RACE') setVariable(channel, 'call_completed_elsewhere', 'true');
}
