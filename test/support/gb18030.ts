/** Text of the two-byte part of GB18030, which holds all common Chinese characters. */
const TABLE = new Map<string, [number, number]>();

function fillTable(): void {
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) TABLE.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
}

/**
 * Encodes as a Chinese Excel saves CSV; Node only decodes it.
 * @throws Error on characters outside the two-byte part
 */
export function encodeGb18030(text: string): Buffer {
  if (TABLE.size === 0) fillTable();
  const bytes = Array.from(text).flatMap((character) => {
    if (character < '\u0080') return [character.charCodeAt(0)];
    const pair = TABLE.get(character);
    if (!pair) throw new Error(`not in the table: ${character}`);
    return pair;
  });
  return Buffer.from(bytes);
}
