/** What may be attached, by what it is called on disk; told by content, never by name. */
export const ATTACHMENT_TYPE_LABELS = { pdf: 'PDF', docx: 'Word 文档', png: '图片', jpg: '图片' } as const;
export type AttachmentType = keyof typeof ATTACHMENT_TYPE_LABELS;
