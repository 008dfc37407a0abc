import { RichTextCollector } from './rich-text.js';
import { readXmlPart } from './xml-stream.js';
import type { ZipPackage } from './zip-package.js';

/** The workbook's table of texts, in order; empty when it has none. */
export async function readSharedStrings(
  parts: ZipPackage,
  part: string | undefined,
  maxLength: number,
): Promise<string[]> {
  const strings: string[] = [];
  if (!part || !parts.has(part)) return strings;
  const collector = new RichTextCollector(maxLength);
  await readXmlPart(parts, part, 'sst', {
    open: (element) => collector.open(element),
    text: (text) => collector.text(text),
    close(element) {
      collector.close(element);
      if (element === 'si') strings.push(collector.take());
    },
  });
  return strings;
}
