import { type Command, type CommanderError, Help } from 'commander';

const TITLES: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
};

const FAULTS: Record<string, string> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项后面缺少内容',
  'commander.missingMandatoryOptionValue': '缺少必填的选项',
  'commander.excessArguments': '参数太多',
  'commander.invalidArgument': '内容不符合要求',
};

/** What stands in quotes in commander's English message: the word it stumbled over. */
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? '';

/** One Chinese line for a command line that was not understood. */
export function usageFault({ code, message }: CommanderError): string {
  const word = quoted(message);
  return `${FAULTS[code] ?? '命令看不懂'}${word ? `：${word}` : ''}。加上 --help 查看用法。`;
}

const commandUsage = (command: Command): string =>
  new Help().commandUsage(command).replace('[options]', '[选项]').replace('[command]', '[命令]');

const withAllBelow = (command: Command): Command[] => [command, ...command.commands.flatMap(withAllBelow)];

/** Makes a program and all its commands speak Chinese, and end by an exception instead of ending the process. */
export function speakChinese(program: Command): void {
  for (const command of withAllBelow(program)) {
    command
      .exitOverride()
      .helpOption('-h, --help', '显示用法')
      .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, commandUsage })
      .configureOutput({ outputError: () => undefined });
    if (command.commands.length > 0) command.helpCommand('help [命令]', '显示一个命令的用法');
  }
}
