/** Everything that the bundle registers; a workflow's type is the name it has here. */
export { call } from './call/call.ts';
export { leg } from './leg/leg.ts';
export { message } from './message/message.ts';
export { promptRecording } from './prompt-recording/prompt-recording.ts';
export { trunkTest } from './trunk-test/trunk-test.ts';
