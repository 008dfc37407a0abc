import { describe, expect, it } from '@jest/globals';
import { createSimulator } from './create-simulator.js';
import type { SimulatorApp } from './simulator-options.js';
import { optionsWith } from './testing/fixture.js';

const create = (change: Partial<SimulatorApp>) => () => {
  const options = optionsWith();
  return createSimulator({ ...options, apps: options.apps.map((app) => ({ ...app, ...change })) });
};
const template = {
  id: 'T',
  title: '标题',
  kind: 'one_time',
  keys: [{ key: 'thing1', label: '名称' }],
} as const;

describe('setting up a simulator', () => {
  it.each<[string, Partial<SimulatorApp>]>([
    ['originalId', { originalId: '123' }],
    ['two templates', { templates: [template, template] }],
    ['not a template id', { templates: [{ ...template, id: 'a,b' }] }],
    ['1 to 5 keys', { templates: [{ ...template, keys: [] }] }],
    ['unknown key words1', { templates: [{ ...template, keys: [{ key: 'words1', label: '' }] }] }],
    ['43 characters', { callback: { url: 'http://x', token: 't', mode: 'safe', format: 'xml' } }],
  ])('refuses a wrong app: %s', (fault, change) => expect(create(change)).toThrow(fault));

  it('refuses a way back that is more than an origin', () => {
    expect(() => createSimulator(optionsWith({ returnTo: ['http://127.0.0.1:3000/path'] }))).toThrow(
      'origin',
    );
  });

  it('has no address before it listens', async () => {
    const simulator = createSimulator(optionsWith());
    expect(() => simulator.url).toThrow('listen');
    await simulator.close();
  });
});
