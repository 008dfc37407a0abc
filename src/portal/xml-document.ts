import { XMLBuilder } from 'fast-xml-parser';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
});

/** Characters that XML 1.0 forbids even when escaped; a single one would make the whole document unreadable. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** What every document begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** XML from plain objects: keys are elements, keys with @ attributes, arrays repeat their element. */
export const xmlElements = (content: object): string => String(builder.build(content)).replace(FORBIDDEN, '');

/** A whole document; `content` has one key. */
export const xmlDocument = (content: object): string => XML_DECLARATION + xmlElements(content);
