import { createSimulator } from '#libs/wechat-simulator';
import { AppConfig } from '../../../src/config/app-config.js';

/** Runs the WeChat simulator in this process; argument: latency in milliseconds. Prints its address. */
const config = new AppConfig();
const simulator = createSimulator({
  dataFile: ':memory:',
  latencyMs: Number(process.argv[2]),
  apps: [
    {
      appId: config.wechatAppId,
      secret: config.wechatAppSecret,
      originalId: 'gh_bench',
      templates: [
        {
          id: config.wechatTemplateId,
          title: '提醒',
          kind: 'one_time',
          keys: config.wechatTemplateKeys.map((key) => ({ key, label: key })),
        },
      ],
    },
  ],
});
process.stdout.write(`${await simulator.listen()}\n`);
