import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { escapeHtml, scriptJson } from './html.js';

describe('escapeHtml', () => {
  it('takes every character its meaning that could end a text or an attribute', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });
});

describe('scriptJson', () => {
  it('cannot end the script element or open a comment', () => {
    expect(scriptJson({ a: '</script><!--' })).toBe('{"a":"\\u003c/script>\\u003c!--"}');
  });

  it('reads back as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = scriptJson(value);
        expect(text).not.toContain('<');
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
