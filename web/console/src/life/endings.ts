/** How a clause ends. */
export type Ending = 'withdraw' | 'repeal' | 'supersede' | 'expiry';

/** What a person is told before and after. */
export const ENDINGS: Record<Ending, { name: string; done: string; effects: readonly string[] }> = {
  expiry: {
    name: '设置到期日',
    done: '已设置到期日：',
    effects: ['到期日过后，页面标明“已失效”，不再出现在搜索的前面。', '到期以前可以随时改。'],
  },
  repeal: {
    name: '废止',
    done: '已废止',
    effects: [
      '公众仍能打开页面，上面标明“已废止”、时间和原因。',
      '还没有发出的通知不再发送。',
      '以后要恢复，须重新送审。',
    ],
  },
  supersede: {
    name: '替代',
    done: '已替代',
    effects: ['公众仍能打开页面，上面标明“已替代”，并链接到新的条款。', '以后要恢复，须重新送审。'],
  },
  withdraw: {
    name: '撤下',
    done: '已撤下',
    effects: [
      '公众不再能搜索到和打开这个条款，只能按日期查阅它公开期间的内容；一般请用“废止”。',
      '还没有发出的通知不再发送；已经发出的不能收回，收到的人会收到更正。',
      '内容会保留，以后可以重新送审。',
    ],
  },
};
