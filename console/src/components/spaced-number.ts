/** Korean area and service prefixes before the first hyphen: Seoul's is 02, service numbers have four digits. */
const SHAPES: readonly RegExp[] = [
  /^(02)(.{3,4})(.{4})$/,
  /^(1[5-9]..)(.{4})$/,
  /^(0[^0]{2}|0.0)(.{3,4})(.{4})$/,
  /^(\+82)(.{2})(.{3,4})(.{4})$/,
];

/** `01012341234` → `010-1234-1234`, `070****5678` → `070-****-5678`; what has no known shape stays as it is. */
export function spacedNumber(number: string): string {
  for (const shape of SHAPES) {
    const parts = shape.exec(number)?.slice(1);
    if (parts !== undefined) return parts.join('-');
  }
  return number;
}
