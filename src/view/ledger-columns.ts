/** The columns of the 台账, and which of them a width has room for. */
import type { IssueSort } from '../engine/contract/issues.ts'

export interface LedgerColumn {
  id: string
  label: string
  /** rem */
  width: number
  /** what the table can be sorted by there; null = nothing */
  sort: IssueSort | null
  /** 1 = stays to the last */
  rank: number
}

const column = (
  rank: number,
  id: string,
  label: string,
  width: number,
  sort: IssueSort | null = null,
): LedgerColumn => ({ id, label, width, sort, rank })

/** Of what is worst or newest the greatest is looked for first; names, numbers and deadlines run forwards. */
export const startsDescending = (sort: IssueSort): boolean =>
  !['area', 'id', 'kind', 'dueOn', 'state'].includes(sort)

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  column(1, 'state', '状态', 7.4, 'state'),
  column(2, 'late', '逾期', 4.4, 'late'),
  column(3, 'description', '问题描述', 13),
  column(6, 'site', '点位', 9.5),
  column(4, 'area', '居委会', 7, 'area'),
  column(8, 'kind', '类别', 8.5, 'kind'),
  column(9, 'severity', '程度', 4.4, 'severity'),
  column(10, 'foundOn', '发现', 6.6, 'foundOn'),
  column(7, 'dueOn', '期限', 6.6, 'dueOn'),
  column(5, 'responsible', '责任单位', 9, null),
  column(11, 'source', '来源', 6, null),
  column(12, 'id', '编号', 6.4, 'id'),
]

/** Those that fit into a width (rem), in their order: the least important are folded away first, never cut off. */
export const fittingColumns = (width: number): readonly LedgerColumn[] => {
  const kept = [...LEDGER_COLUMNS].sort((a, b) => a.rank - b.rank)
  while (kept.length > 3 && kept.reduce((sum, each) => sum + each.width, 0) > width) kept.pop()
  return LEDGER_COLUMNS.filter((each) => kept.includes(each))
}
