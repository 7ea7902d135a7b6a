/** Takes samples as they come and returns those of the other rate that are due. */
export type Resampler = { push(samples: Float32Array): Float32Array; end(): Float32Array };

/** Zero crossings of the filter on each side, at the lower of both rates: a stop band of about 80 dB. */
const CROSSINGS = 16;
const BETA = 8;
/** Of the lower rate's half; the rest is for the filter's slope. */
const PASS = 0.94;

/**
 * Polyphase resampler: a sinc under a Kaiser window, its phases worked out once. `from` and `to` in Hz. The result has
 * no delay and is as long as what came in.
 */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples, end: () => new Float32Array() };
  const divisor = gcd(from, to);
  const [up, down] = [to / divisor, from / divisor];
  const half = Math.ceil((CROSSINGS * Math.max(up, down)) / up);
  const filter = phases(up, down, half);
  // Silence before the beginning: the first sample stands in the middle of the filter.
  let held = new Float32Array(half);
  let start = -half;
  let made = 0;
  let taken = 0;
  const run = (samples: Float32Array, limit: number): Float32Array => {
    held = joined(held, samples);
    const end = start + held.length;
    // Sample n stands at n·down/up; it needs `half` samples beyond.
    const due = Math.min(limit, Math.floor(((end - half) * up - 1) / down) + 1);
    const out = new Float32Array(Math.max(due - made, 0));
    for (let index = 0; index < out.length; index += 1) {
      const place = (made + index) * down;
      out[index] = sum(held, Math.floor(place / up) + half - start, filter, place % up, half * 2);
    }
    made += out.length;
    const keep = Math.floor((made * down) / up) - half - start;
    if (keep > 0) {
      held = held.slice(Math.min(keep, held.length));
      start += keep;
    }
    return out;
  };
  return {
    push(samples) {
      taken += samples.length;
      return run(samples, Number.POSITIVE_INFINITY);
    },
    end: () => run(new Float32Array(half * 2 + 1), Math.round((taken * up) / down)),
  };
}

/** The newest sample of the filter's window stands at `at`. */
function sum(held: Float32Array, at: number, filter: Float32Array, phase: number, taps: number): number {
  let total = 0;
  const from = phase * taps;
  for (let tap = 0; tap < taps; tap += 1) total += (held[at - tap] ?? 0) * (filter[from + tap] ?? 0);
  return total;
}

function phases(up: number, down: number, half: number): Float32Array {
  const cut = Math.min(1, up / down) * PASS;
  const taps = half * 2;
  const filter = new Float32Array(up * taps);
  for (let phase = 0; phase < up; phase += 1) {
    let gain = 0;
    const at = phase * taps;
    for (let tap = 0; tap < taps; tap += 1) {
      const time = phase / up - half + tap;
      const value = sinc(time * cut) * kaiser(time / half);
      filter[at + tap] = value;
      gain += value;
    }
    for (let tap = 0; tap < taps; tap += 1) filter[at + tap] = (filter[at + tap] ?? 0) / gain;
  }
  return filter;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const kaiser = (x: number): number =>
  Math.abs(x) > 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);

/** I₀, the modified Bessel function, by its series. */
function bessel(x: number): number {
  let term = 1;
  let total = 1;
  for (let k = 1; term > total * 1e-9; k += 1) {
    term *= (x / (2 * k)) ** 2;
    total += term;
  }
  return total;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function joined(before: Float32Array, after: Float32Array): Float32Array<ArrayBuffer> {
  const both = new Float32Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}
