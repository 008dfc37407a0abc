import { describe, expect, it } from '@jest/globals';
import { loggableQuery } from './loggable-query.js';

describe('loggableQuery', () => {
  it.each([
    ['　创业补贴 ', '创业补贴'],
    ['鄂政办发〔2020〕5号', '鄂政办发(2020)5号'],
    ['13812345678', null],
    ['138 1234 5678', null],
    ['420106199001011234', null],
    ['42010619900101123X 补贴', null],
    ['me@example.com', null],
    ['，。', null],
    ['补', null],
    ['我'.repeat(31), null],
  ])('counts %j as %j', (typed, text) => {
    expect(loggableQuery(typed)).toBe(text);
  });
});
