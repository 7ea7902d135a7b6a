/** Text of an answer; undefined when it is longer than `most` bytes: nobody reads that to the end. */
export async function readBounded(response: Response, most: number): Promise<string | undefined> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > most) return undefined;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
