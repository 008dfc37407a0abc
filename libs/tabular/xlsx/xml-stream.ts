import { StringDecoder } from 'node:string_decoder';
import { Parser } from 'htmlparser2';
import { TabularFileError } from '../tabular-file.error.js';
import type { ZipPackage } from './zip-package.js';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Element names come without their namespace prefix: some writers put `x:` before everything. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Streams a part through the handler. Entities other than the five of XML are not expanded and external ones
 * not fetched. What the handler throws ends the reading at once.
 * @param root local name that the outermost element must have
 * @throws TabularFileError `file.damaged` when the part is no such XML
 */
export async function readXmlPart(
  parts: ZipPackage,
  name: string,
  root: string,
  handler: XmlHandler,
): Promise<void> {
  let outermost: string | undefined;
  let rootClosed = false;
  let atEnd = false;
  const parser = new Parser(
    {
      onopentag(prefixed, attributes) {
        const local = withoutPrefix(prefixed);
        outermost ??= local;
        handler.open(local, attributes);
      },
      ontext: (text) => handler.text?.(text),
      onclosetag(prefixed) {
        const local = withoutPrefix(prefixed);
        // The parser closes at the end what the file left open; a cut-off part must not pass for a whole one.
        if (local === root && !atEnd) rootClosed = true;
        handler.close?.(local);
      },
    },
    { xmlMode: true },
  );
  const decoder = new StringDecoder('utf8');
  for await (const chunk of parts.read(name)) parser.write(decoder.write(chunk));
  atEnd = true;
  parser.end(decoder.end());
  if (outermost !== root || !rootClosed) throw new TabularFileError('file.damaged', name);
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Attribute by local name, whatever its prefix. */
export function attribute(attributes: XmlAttributes, local: string): string | undefined {
  if (attributes[local] !== undefined) return attributes[local];
  return Object.entries(attributes).find(([name]) => withoutPrefix(name) === local)?.[1];
}

/** `1`, `true`, `on` are true (ECMA-376 part 1, 22.9.2.1 and XML Schema boolean). */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
