/** One thing that is done on the way, by someone, within a time. */
export interface FlowchartStep {
  /** What is done (环节), for example 受理. */
  readonly name: string;
  /** Who does it (办理人), for example 市医保局窗口. Empty when it is not known. */
  readonly actor: string;
  /** Working days it may take; 0 is done on the spot; absent when nothing is promised. */
  readonly workingDays?: number;
}

/** A procedure from handing in to its end. */
export interface Flowchart {
  readonly title: string;
  readonly steps: readonly FlowchartStep[];
  /** Working days the whole may take (办理时限); 0 is done on the spot; absent when nothing is promised. */
  readonly totalDays?: number;
}

/** First words of each drawing: every procedure starts with the applicant. */
export const START = '申请人提交';

/** Last word of each drawing. */
export const END = '办结';

/** A time as people say it. */
export function workingDaysText(days: number): string {
  return days === 0 ? '当场办理' : `${days}个工作日`;
}
