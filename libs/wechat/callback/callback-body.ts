import { XMLParser } from 'fast-xml-parser';
import { CallbackRefused } from './callback-refused.js';

/** The fields of a push, whichever format it came in. */
export type Fields = Readonly<Record<string, unknown>>;

// No value is turned into a number (a MsgID has 19 digits) and no entity is expanded.
const XML = new XMLParser({ parseTagValue: false, processEntities: false, ignoreAttributes: true });

/**
 * Reads a push in XML or JSON. The first character decides, not the content type: WeChat has sent JSON under
 * other names; the type only excludes what can be neither.
 *
 * @throws CallbackRefused `malformed`
 */
export function parseBody(body: string, contentType = ''): Fields {
  if (
    /^\s*(multipart|image|audio|video)\/|^\s*application\/(x-www-form-urlencoded|octet-stream)/i.test(
      contentType,
    )
  ) {
    throw new CallbackRefused('malformed', 'neither XML nor JSON');
  }
  const text = body.replace(/^\uFEFF/, '').trimStart();
  const parsed = text.startsWith('{') ? parseJson(text) : parseXml(text);
  if (!isFields(parsed)) throw new CallbackRefused('malformed', 'not an object');
  return parsed;
}

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CallbackRefused('malformed', 'broken JSON');
  }
}

function parseXml(text: string): unknown {
  // WeChat's XML has no document type; refusing one shuts the door on entities of any kind.
  if (!text.startsWith('<') || /<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw new CallbackRefused('malformed', 'not the XML that WeChat sends');
  }
  try {
    const parsed: unknown = XML.parse(text, true);
    return isFields(parsed) ? parsed.xml : undefined;
  } catch {
    throw new CallbackRefused('malformed', 'broken XML');
  }
}
