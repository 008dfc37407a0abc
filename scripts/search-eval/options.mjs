import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

export const USAGE = `用法：npm run search:eval -- --corpus 文件[.gz] --queries 文件… [--peers] [--json]
  --corpus FILE       每行一个 JSON：id, title, body?, docNumber? 或 doc_number?；同一 id 的多行合为一篇
  --queries FILE…     每行一个 JSON：query, relevant（id 或 id 的列表）
  --fields a=b,…      语料里的字段名，例如 id=name,title=name,body=text
  --query-fields a=b  问题文件里的字段名，例如 relevant=docid
  --synonyms FILE     同义词表，缺省用项目自带的；--no-synonyms 不用
  --peers             同时测 MiniSearch、FlexSearch、Orama 和单纯的 FTS5（三字、二字）
  --engine NAME …     只测这些引擎
  --limit N           每个文件最多用多少个问题
  --repeat N          语料重复 N 遍（看规模）
  --json              输出一个 JSON 对象`;

const OPTIONS = {
  corpus: { type: 'string' },
  queries: { type: 'string', multiple: true },
  fields: { type: 'string', default: '' },
  'query-fields': { type: 'string', default: '' },
  synonyms: { type: 'string' },
  'no-synonyms': { type: 'boolean', default: false },
  peers: { type: 'boolean', default: false },
  engine: { type: 'string', multiple: true },
  limit: { type: 'string', default: '1000000' },
  repeat: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
};

/** Field names by what they mean, as `a=b,c=d` says, on top of the usual ones. */
function fieldNames(text, usual) {
  const given = text.split(',').filter((part) => part.includes('='));
  return { ...usual, ...Object.fromEntries(given.map((part) => part.split('=', 2))) };
}

/** @returns what to measure, or `{fault}` with what a person has to change */
export function readOptions(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return { fault: error.message };
  }
  const { values, positionals } = parsed;
  // `--queries a b c`: what follows the first is taken for more of them.
  const queries = [...(values.queries ?? []), ...positionals];
  const missing = [values.corpus, values.synonyms, ...queries].find((file) => file && !existsSync(file));
  if (!values.corpus) return { fault: '请用 --corpus 说明语料文件。' };
  if (queries.length === 0) return { fault: '请用 --queries 说明问题文件。' };
  if (missing) return { fault: `找不到文件：${missing}` };
  return {
    corpus: values.corpus,
    queries,
    fields: fieldNames(values.fields, { id: 'id', title: 'title', body: 'body', docNumber: 'docNumber' }),
    queryFields: fieldNames(values['query-fields'], { query: 'query', relevant: 'relevant' }),
    synonyms: values.synonyms,
    useSynonyms: !values['no-synonyms'],
    peers: values.peers,
    engines: values.engine,
    limit: Number(values.limit),
    repeat: Number(values.repeat),
    json: values.json,
  };
}
