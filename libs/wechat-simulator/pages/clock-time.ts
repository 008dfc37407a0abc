const ZONE = 'Asia/Shanghai';
const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });
const MONTH_DAY = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: 'long', day: 'numeric' });
const YEAR_MONTH_DAY = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, dateStyle: 'long' });

/** A moment as WeChat writes it, in China's time: `14:05`, `昨天 14:05`, `3月1日 14:05`. Both in ms since 1970. */
export function clockTime(moment: number, now: number): string {
  const time = TIME.format(moment);
  const day = DAY.format(moment);
  if (day === DAY.format(now)) return time;
  if (day === DAY.format(now - 86_400_000)) return `昨天 ${time}`;
  const sameYear = day.slice(0, 4) === DAY.format(now).slice(0, 4);
  return `${(sameYear ? MONTH_DAY : YEAR_MONTH_DAY).format(moment)} ${time}`;
}
