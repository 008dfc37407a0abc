import { progress as progressBar } from '@clack/prompts';
import type { ImportProgress } from '../imports/imports.service.js';
import { EXIT } from './exit-codes.js';

const STAGES: Record<ImportProgress['stage'], { label: string; from: number; to: number }> = {
  reading: { label: '正在读取', from: 0, to: 5 },
  checking: { label: '正在检查', from: 5, to: 30 },
  saving: { label: '正在写入', from: 30, to: 100 },
};

/** Shows how far an import is. */
export interface ProgressDisplay {
  show(progress: ImportProgress): void;
  /** Clears the way for the report. */
  end(): void;
}

const line = ({ stage, done, total }: ImportProgress): string => `${STAGES[stage].label} ${done}/${total}`;

/** A bar on stderr, for a terminal. */
function bar(): ProgressDisplay {
  const shown = progressBar({
    max: 100,
    output: process.stderr,
    cancelMessage: '已中断，没有写入任何内容',
  });
  // On Ctrl-C the bar ends the process, and would tell the shell that all went well.
  const tellFailure = (): void => {
    process.exitCode = EXIT.failed;
  };
  process.once('exit', tellFailure);
  let percent = 0;
  shown.start('正在读取');
  return {
    show: (progress) => {
      const { from, to } = STAGES[progress.stage];
      const now = Math.floor(from + ((to - from) * progress.done) / Math.max(1, progress.total));
      shown.advance(Math.max(0, now - percent), line(progress));
      percent = Math.max(percent, now);
    },
    end: () => {
      process.off('exit', tellFailure);
      shown.stop('处理完毕');
    },
  };
}

const lines: ProgressDisplay = {
  show: (progress) => process.stderr.write(`${line(progress)}\n`),
  end: () => undefined,
};

const nothing: ProgressDisplay = { show: () => undefined, end: () => undefined };

/** A bar on a terminal; elsewhere nothing, or a line for each step where that is asked for. */
export function progressDisplay(asLines: boolean): ProgressDisplay {
  if (asLines) return lines;
  return process.stderr.isTTY ? bar() : nothing;
}
