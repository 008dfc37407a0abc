import type { NewsMessage } from './channel.js';

/** A text message of one part has at most so many characters in Chinese. */
const ONE_PART = 70;
const SHORTEST_TITLE = 10;

/** A message as a text message: who, what, where; the title is cut so that it is one part where the address allows. */
export function smsText(message: NewsMessage, siteName: string, publicUrl: string): string {
  const head = `【${siteName}】`;
  const tail = `（${message.department}）${publicUrl}${message.path} 在“我的订阅”可关闭短信`;
  const room = Math.max(ONE_PART - head.length - tail.length, SHORTEST_TITLE);
  const characters = [...message.title];
  const title = characters.length <= room ? message.title : `${characters.slice(0, room - 1).join('')}…`;
  return head + title + tail;
}
