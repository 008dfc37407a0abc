/** The page of the mini program that shows a clause. */
export const CLAUSE_PAGE = 'pages/clause/clause';

/** The page of the mini program that shows a person's messages. */
export const MESSAGES_PAGE = 'pages/messages/messages';

/** What the rows of a message to staff say, in the order of the setting OFFICIAL_REVIEW_TEMPLATE_KEYS. */
export const REVIEW_TEMPLATE_LABELS = ['稿件', '待办', '期限', '说明'] as const;

/** What the rows of the message say, in the order of the setting WECHAT_TEMPLATE_KEYS. */
export const TEMPLATE_LABELS = ['政策条款', '责任部门', '扶持内容', '推送原因'] as const;
