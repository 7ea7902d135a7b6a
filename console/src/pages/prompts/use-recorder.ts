import { useEffect, useState } from 'react';
import { createMicrophone } from '../phone/core/microphone.ts';
import { createRecorder, type OpenMicrophone, type Recorder, type RecorderState } from './core/recorder.ts';

const openMicrophone: OpenMicrophone = () => {
  const context = new AudioContext();
  const microphone = createMicrophone(() => context);
  return { microphone, rate: context.sampleRate, close: () => void context.close() };
};

/** Records with this browser's microphone; it ends with the page. */
export function useRecorder(): Omit<Recorder, 'close'> & { readonly state: RecorderState } {
  const [state, setState] = useState<RecorderState>({ kind: 'idle' });
  const [recorder] = useState(() => createRecorder(openMicrophone, setState));
  useEffect(() => recorder.close, [recorder]);
  return { ...recorder, state };
}
