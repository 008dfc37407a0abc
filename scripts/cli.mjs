import { launch } from './lib/launch.mjs';

// What the build says is no result of the command: stdout is kept for that.
console.log = console.error;

await launch('src/cli/main.js', ['server'], '命令没有运行：构建没有完成。');
