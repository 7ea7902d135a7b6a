import workletUrl from './voice-worklet.ts?worker&url';

export type Microphone = {
  /** Asks the user when he has not been asked yet; rejects with a DOMException when he says no or there is none. */
  start(take: (block: Float32Array, rate: number) => void): Promise<void>;
  stop(): void;
};

/** The microphone of this browser; it is open between `start` and `stop` only. */
export function createMicrophone(context: () => AudioContext): Microphone {
  let end = (): void => {};
  return {
    async start(take) {
      end();
      const at = context();
      const stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, channelCount: 1 },
      });
      await at.audioWorklet.addModule(workletUrl);
      const source = at.createMediaStreamSource(stream);
      const node = new AudioWorkletNode(at, 'callwright-voice', { numberOfOutputs: 0 });
      node.port.onmessage = ({ data }: MessageEvent<Float32Array>) => take(data, at.sampleRate);
      source.connect(node);
      end = () => {
        end = () => {};
        node.port.onmessage = null;
        source.disconnect();
        for (const track of stream.getTracks()) track.stop();
      };
    },
    stop: () => end(),
  };
}
