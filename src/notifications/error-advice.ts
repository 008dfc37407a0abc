import { kindOfErrcode, type WeChatErrorKind } from '#libs/wechat';

/** What to do about WeChat's errors that an operator can do something about. */
const ADVICE: Readonly<Record<number, string>> = {
  [-1]: '微信系统繁忙，会自动重试，不用处理',
  40003: '微信号（openid）不属于这个小程序：请核对 WECHAT_APP_ID 是否换过',
  40013: '小程序的 AppID 无效：请在微信公众平台核对，再改 WECHAT_APP_ID',
  40037: '消息模板不存在：请在微信公众平台核对模板编号，再改 WECHAT_TEMPLATE_ID',
  40125: '小程序的密钥无效：请在微信公众平台重置后更新 WECHAT_APP_SECRET',
  40164: '服务器的 IP 不在白名单里：请在微信公众平台的“开发设置”里加上',
  40243: '小程序的密钥被冻结：请在微信公众平台解冻',
  41030: '消息要打开的小程序页面不存在：请先发布包含这个页面的小程序版本',
  43004: '这些人没有关注公众号，只在“我的消息”里看到，不用处理',
  43019: '这些人被公众号拉黑，只在“我的消息”里看到',
  43101: '这些人没有允许微信提醒，或者次数用完，只在“我的消息”里看到，不用处理',
  43107: '订阅消息能力被封禁：请登录微信公众平台查看通知并申诉',
  43108: '同一个人同时收到几条消息，会自动重试，不用处理',
  43116: '消息模板被限制：请登录微信公众平台查看原因，必要时换模板',
  43117: '发送太频繁，会自动放慢后重试，不用处理',
  45009: '今天的发送次数已用完，明天会自动继续；不够用请在微信公众平台申请提高',
  45011: '每分钟的发送次数已用完，会自动放慢后重试，不用处理',
  45168: '标题或内容里有微信认定的敏感词：请修改条款后重新发布',
  47003: '内容不符合消息模板的要求：请核对模板的字段和 WECHAT_TEMPLATE_ID 是否对应',
  48001: '小程序没有订阅消息的权限：请在微信公众平台开通',
  48002: '这些人拒收公众号的消息，只在“我的消息”里看到，不用处理',
  48004: '接口被微信封禁：请登录微信公众平台查看通知并申诉',
  50007: '小程序被冻结：请登录微信公众平台查看通知并申诉',
};

const BY_KIND: Readonly<Record<ReturnType<typeof kindOfErrcode>, string>> = {
  permanent: '微信拒绝，重发也不会成功：请按错误码在微信开放文档里查原因，改正设置后再发新的推送',
  consent_gone: '这些人现在不接收微信提醒，只在“我的消息”里看到，不用处理',
  slow_down: '微信要求放慢，会自动重试，不用处理',
  retry: '微信暂时没有办成，会自动重试几次；一直不减少请检查网络和微信公告',
} satisfies Record<Exclude<WeChatErrorKind, 'unknown_outcome'>, string>;

/** What an errcode of WeChat means for an operator, and what to do. */
export const adviceFor = (errcode: number): string => ADVICE[errcode] ?? BY_KIND[kindOfErrcode(errcode)];
