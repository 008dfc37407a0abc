/** One kind of answer: how it is asked for, and what a text has that gives it. */
interface AnswerKind {
  readonly asked: RegExp;
  readonly given: RegExp;
}

const NUMERAL = '[0-9一二三四五六七八九十百千万亿两]';

/** Kinds that can be told by their form. How, why and who can be told by nothing: texts are full of it. */
const KINDS: readonly AnswerKind[] = [
  {
    asked: /什么时候|什么时间|何时|何日|几月|几号|几点|哪天|哪一天|日期|截止|起止|多久|多长时间|时限|期限/u,
    given: /[0-9一二三四五六七八九十] ?(?:月|日|点|时|年|天|个月|小时)|今日|即日|之日/u,
  },
  {
    asked: /多少|多大|多高|金额|额度|比例|(?<!第)几/u,
    given: new RegExp(
      `${NUMERAL} ?(?:元|万|亿|个|天|日|次|年|月|家|名|人|吨|倍|件|户|小时|分|米|项|种|类|工作日|%|余|多)|百分之`,
      'u',
    ),
  },
  { asked: /电话|热线|联系方式|号码|拨打/u, given: /[0-9]{5}/u },
  { asked: /(?:什么|何|哪个|哪些)文件|什么(?:通知|政策|方案|规定|法)|哪部/u, given: /《/u },
  { asked: /网址|网站|公众号|app|邮箱|链接/u, given: /www|http|\.cn|\.com|公众号|app|@/u },
];

/** Whether a text has what a question asks for: a time, an amount, a telephone number, a document, an address. */
export type AnswerTest = (text: string) => boolean;

/** Tests for the kinds of answer that a question asks for; often none. @param question normalized */
export function answerTests(question: string): AnswerTest[] {
  return KINDS.filter(({ asked }) => asked.test(question)).map(
    ({ given }) =>
      (text) =>
        given.test(text),
  );
}
