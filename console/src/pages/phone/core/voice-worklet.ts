/** Runs in the browser's audio thread: hands the microphone's samples over in blocks. */
declare const registerProcessor: (name: string, processor: new () => object) => void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

const BLOCK = 2_048;

registerProcessor(
  'callwright-voice',
  class extends AudioWorkletProcessor {
    block = new Float32Array(BLOCK);
    filled = 0;

    /** Called with 128 samples at a time; true: go on. */
    process(inputs: readonly (readonly Float32Array[])[]): boolean {
      for (const sample of inputs[0]?.[0] ?? []) {
        this.block[this.filled] = sample;
        this.filled += 1;
        if (this.filled === BLOCK) {
          this.port.postMessage(this.block.slice());
          this.filled = 0;
        }
      }
      return true;
    }
  },
);
