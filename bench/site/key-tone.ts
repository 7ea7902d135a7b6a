/** Payload type of `telephone-event` in the scenarios' offer. */
const PAYLOAD_TYPE = 96;
const FRAME_SAMPLES = 160;
const FRAME_US = 20_000;
const TONE_FRAMES = 5;
const END_REPEATS = 3;
const VOLUME = 10;
const KEYS = '0123456789*#ABCD';

/**
 * One key as a phone sends it (RFC 4733: 100 ms, then its end three times), as a capture file that SIPp plays. SIPp's own
 * `play_dtmf` begins every key of a call with the same RTP timestamp, so a switch takes the second for a repeat of the
 * first. `nth` is the key's place in its call, from 0.
 */
export function keyTone(key: string, nth: number): Buffer {
  const frames = Array.from({ length: TONE_FRAMES + END_REPEATS }, (_, index) => {
    const isEnd = index >= TONE_FRAMES;
    const frame = Math.min(index, TONE_FRAMES);
    const payload = Buffer.alloc(16);
    payload[0] = 0x80;
    payload[1] = PAYLOAD_TYPE | (index === 0 ? 0x80 : 0);
    payload.writeUInt16BE(1 + nth * (TONE_FRAMES + END_REPEATS) + index, 2);
    // A second of samples from key to key; only that they differ matters.
    payload.writeUInt32BE((nth + 1) * 8_000, 4);
    payload.writeUInt32BE(0x63_61_6c_6c, 8);
    payload[12] = KEYS.indexOf(key);
    payload[13] = (isEnd ? 0x80 : 0) | VOLUME;
    payload.writeUInt16BE(FRAME_SAMPLES * Math.min(index + 1, TONE_FRAMES), 14);
    return record(datagram(payload), frame * FRAME_US);
  });
  return Buffer.concat([fileHeader(), ...frames]);
}

/** The classic capture format: magic, version 2.4, longest packet, Ethernet. */
function fileHeader(): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(65_535, 16);
  header.writeUInt32LE(1, 20);
  return header;
}

function record(packet: Buffer, atUs: number): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(0, 0);
  header.writeUInt32LE(atUs, 4);
  header.writeUInt32LE(packet.length, 8);
  header.writeUInt32LE(packet.length, 12);
  return Buffer.concat([header, packet]);
}

/** Ethernet, IPv4 and UDP headers around a payload; SIPp puts its own addresses in. */
function datagram(payload: Buffer): Buffer {
  const ethernet = Buffer.alloc(14);
  ethernet.writeUInt16BE(0x0800, 12);
  const ip = Buffer.alloc(20);
  ip[0] = 0x45;
  ip.writeUInt16BE(20 + 8 + payload.length, 2);
  ip[8] = 64;
  ip[9] = 17;
  ip.set([127, 0, 0, 1], 12);
  ip.set([127, 0, 0, 1], 16);
  const udp = Buffer.alloc(8);
  udp.writeUInt16BE(6_000, 0);
  udp.writeUInt16BE(6_000, 2);
  udp.writeUInt16BE(8 + payload.length, 4);
  return Buffer.concat([ethernet, ip, udp, payload]);
}
