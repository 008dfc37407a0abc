import { launch } from './lib/launch.mjs';

await launch('src/worker.js', ['server'], '没有启动：构建没有完成。');
