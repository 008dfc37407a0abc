import { h, type FunctionalComponent } from 'vue';
import { splitByRanges, type Range } from '../../../../src/portal/format/highlight.js';

/** A text with its matches marked; without matches it is plain text. */
export const MarkedText: FunctionalComponent<{ text: string; ranges?: Range[] }> = ({ text, ranges }) =>
  ranges?.length
    ? splitByRanges(text, ranges).map((part) => (part.hit ? h('mark', part.text) : part.text))
    : text;
MarkedText.props = ['text', 'ranges'];
