/**
 * What a person is told when a whole file cannot be read: what it is, and what to do next.
 * `detail` is a number, a name or a place, worded by the caller.
 */
export const REFUSAL_MESSAGES = {
  'file.too_large': (limit) => `文件超过 ${limit}，没有读取。请拆成几个文件，或删去图片后再上传。`,
  'file.empty': () => '文件是空的。请检查是否选错了文件，或重新保存后再上传。',
  'file.no_rows': () => '文件里没有任何内容。请填好表头和数据，保存后再上传。',
  'file.not_a_file': () => '这个路径不是普通文件。请选择一个具体的文件。',
  'file.unreadable': (name) => `打不开文件“${name}”。请检查文件是否存在、是否有权限读取。`,
  'file.encrypted': () => '文件设有打开密码。请在 Excel 或 WPS 中取消密码，保存后再上传。',
  'file.macro': () => '文件带有宏，为安全起见不予读取。请另存为“Excel 工作簿 (.xlsx)”后再上传。',
  'file.legacy_xls': () =>
    '这是旧版 Excel 格式（.xls 或 .et）。请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (.xlsx)”后再上传。',
  'file.xlsb': () => '这是二进制工作簿（.xlsb）。请另存为“Excel 工作簿 (.xlsx)”后再上传。',
  'file.open_document': () => '这是 OpenDocument 文件（.ods 等）。请另存为“Excel 工作簿 (.xlsx)”后再上传。',
  'file.office_document': () => '这是 Word 或 PowerPoint 文件，不是表格。请把内容填入 .xlsx 表格后再上传。',
  'file.pdf': () => '这是 PDF 文件，不是表格。请上传原来的 .xlsx 或 .csv 文件。',
  'file.html': () =>
    '这是网页格式，只是扩展名像表格。请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (.xlsx)”后再上传。',
  'file.xml': () => '这是 XML 文件。请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (.xlsx)”后再上传。',
  'file.image_or_archive': () =>
    '这是图片、压缩包或程序，不是表格。压缩包请先解压；请上传 .xlsx、.csv 或 .json 文件。',
  'file.zip_not_xlsx': () => '这是压缩包，不是 Excel 表格。请先解压，再上传里面的表格文件。',
  'file.binary': () => '文件内容无法识别，可能已损坏。请重新导出为 .xlsx、.csv 或 .json 后再上传。',
  'file.encoding': () => '认不出文字编码。请另存为“CSV UTF-8”或 .xlsx 后再上传。',
  'file.encoding_damaged': (place) => `文字编码在${place}处损坏。请重新导出为“CSV UTF-8”或 .xlsx 后再上传。`,
  'file.damaged': (part) => `文件已损坏（${part}）。请用 Excel 或 WPS 打开并重新保存，再上传。`,
  'file.zip_bomb': (reason) =>
    `文件解压后过大（${reason}），为安全起见没有读取。请只保留需要的工作表，另存后再上传。`,
  'file.too_many_rows': (limit) => `数据超过 ${limit} 行。请拆成几个文件分别上传。`,
  'file.too_many_columns': (limit) => `超过 ${limit} 列。请删去多余的列后再上传。`,
  'file.too_many_cells': (limit) => `单元格总数超过 ${limit} 个。请拆成几个文件分别上传。`,
  'file.quote_not_closed': (place) =>
    `从${place}开始，英文双引号没有成对，后面的内容无法分列。请补全引号，或另存为 .xlsx 后再上传。`,
  'file.json_invalid': (place) => `JSON 格式有误${place}。请检查括号、引号和逗号后再上传。`,
  'file.json_no_list': () => 'JSON 里没有列表。请把记录放进数组，例如 [{…}, {…}] 或 {"名称": [{…}]}。',
} satisfies Record<string, (detail: string) => string>;

/** Stable code of a file-level refusal. */
export type RefusalCode = keyof typeof REFUSAL_MESSAGES;
