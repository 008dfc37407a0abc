const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

/** The usual way to make a library search Chinese: overlapping pairs of characters; other words as they are. */
export function bigramsOf(text) {
  const tokens = [];
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUN)) {
    const characters = Array.from(run);
    if (!HAN.test(run) || characters.length === 1) tokens.push(run);
    else for (let i = 1; i < characters.length; i++) tokens.push(characters[i - 1] + characters[i]);
  }
  return tokens;
}
