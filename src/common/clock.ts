import { Injectable } from '@nestjs/common';

const BEIJING_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** The only source of time, so that tests can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in Beijing, YYYY-MM-DD. */
  today(): string {
    return BEIJING_DATE.format(this.now());
  }

  /** The date in Beijing `days` calendar days after today, YYYY-MM-DD. */
  todayPlus(days: number): string {
    return BEIJING_DATE.format(new Date(this.now().getTime() + days * 86_400_000));
  }

  /** The instant `milliseconds` after now. */
  after(milliseconds: number): Date {
    return new Date(this.now().getTime() + milliseconds);
  }
}
