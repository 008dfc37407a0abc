import { type WriteSheet, type WriteValue, writeXlsx } from '#libs/tabular';

const DEPARTMENTS = 30;
const CLAUSES_PER_POLICY = 20;
const TOPICS = 60;

type Row = Record<string, WriteValue>;

const range = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

function clauseRow(at: number): Row {
  const policy = Math.floor(at / CLAUSES_PER_POLICY);
  return {
    条款编码: `bench-c${at}`,
    责任部门: `测试局${at % DEPARTMENTS}`,
    所属政策: `bench-p${policy}`,
    序号: (at % CLAUSES_PER_POLICY) + 1,
    条款标题: `第${at}项创业担保贷款贴息和一次性创业补贴`,
    适用对象: at % 2 === 0 ? '企业' : '群众',
    扶持方式: '资金补贴',
    扶持内容: `对首次创办小微企业、正常经营一年以上的第${at}类创业者，给予一次性补贴，并按规定贴息。`.repeat(
      2,
    ),
    最低金额: 5000,
    最高金额: 10_000 + at,
    金额单位: '元',
    计算单位: '户',
    申请条件: '在本市注册登记\n正常经营一年以上\n依法缴纳社会保险',
    申请材料: '营业执照｜复印件\n身份证\n银行账户信息',
    办理流程: '提交申请｜申请人\n受理审核｜市人社局｜5\n公示｜市人社局｜7\n拨付｜市财政局｜10',
    '办理时限（工作日）': 22,
    办理方式: '窗口办理、网上办理',
    网上办理地址: 'https://zwfw.example.gov.cn/items',
    窗口地址: '市民之家二楼 12 号窗口',
    咨询电话: '12333',
    申报开始: '2026-01-01',
    申报截止: '2027年12月31日',
    主题: `测试主题${at % TOPICS}，测试主题${(at + 7) % TOPICS}`,
    关键词: '创业、补贴',
  };
}

function policyRow(at: number): Row {
  return {
    政策编码: `bench-p${at}`,
    政策标题: `关于支持创业就业的若干措施（${at}）`,
    文号: `测政发〔2026〕${at + 1}号`,
    发文机关: '测试市人民政府',
    政策层级: '市级',
    行政区划代码: '420800',
    发文日期: '2026/1/5',
  };
}

function sheet(name: string, rows: Row[]): WriteSheet {
  return { name, columns: Object.keys(rows[0] ?? {}).map((header) => ({ header })), rows };
}

/** A workbook with that many clauses, and the departments, topics and policies they need. */
export function clauseWorkbook(clauses: number): Promise<Buffer> {
  const departments = range(DEPARTMENTS, (at) => ({
    部门编码: `bench-d${at}`,
    部门名称: `测试局${at}`,
    行政区划代码: '420800',
  }));
  const topics = range(TOPICS, (at) => ({
    主题编码: `BT${at}`,
    主题分组: '测试',
    主题名称: `测试主题${at}`,
  }));
  const policies = range(Math.ceil(clauses / CLAUSES_PER_POLICY), policyRow);
  return writeXlsx({
    sheets: [
      sheet('部门', departments),
      sheet('主题', topics),
      sheet('政策', policies),
      sheet('条款', range(clauses, clauseRow)),
    ],
  });
}
