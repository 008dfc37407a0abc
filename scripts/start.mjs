import { launch } from './lib/launch.mjs';

await launch('src/main.js', ['server', 'web'], '没有启动：构建没有完成。');
