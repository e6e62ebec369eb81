import { describe, expect, it } from 'vitest'
import { openNoticeList } from '../../src/model/notice-kinds.ts'

const notice = (line: number, field: string, value: string, reason: string) => ({
  file: 'a.csv',
  line,
  field,
  value,
  reason,
})

describe('notices by kind', () => {
  it('say once what is said of many rows, the rarest first; no row is lost', () => {
    const many = Array.from({ length: 6 }, (_, i) => notice(i + 2, '整改期限', '', '没有整改期限'))
    const list = openNoticeList([
      ...many,
      notice(3, '居委会', '康庄', '位置不符'),
      notice(9, '居委会', '康庄', '位置不符'),
    ])
    expect(list.kinds()).toEqual([
      { field: '居委会', reason: '位置不符', count: 2, lines: [3, 9], values: ['康庄'] },
      { field: '整改期限', reason: '没有整改期限', count: 6, lines: [2, 3, 4, 5, 6, 7], values: [] },
    ])
    expect(list.listed()).toHaveLength(8)
  })
  it('of a kind of many thousand the first hundred are listed, and none of another kind is hidden by them', () => {
    const list = openNoticeList()
    for (let line = 2; line < 5000; line++) list.add(notice(line, '严重程度', '', '没有填严重程度'))
    list.add(notice(5000, '居委会', '某处', '没有这个居委会'))
    expect(list.kinds().map(({ reason, count }) => [reason, count])).toEqual([
      ['没有这个居委会', 1],
      ['没有填严重程度', 4998],
    ])
    expect(list.listed()).toHaveLength(101)
    expect(list.listed().at(-1)?.line).toBe(5000)
  })
  it('rows that name another row are one kind', () => {
    const list = openNoticeList(
      [5, 6, 7].map((line) => notice(line, '编号', `W${line}`, `编号与第 ${line - 1} 行重复`)),
    )
    expect(list.kinds()).toEqual([
      { field: '编号', reason: '编号与第 … 行重复', count: 3, lines: [5, 6, 7], values: ['W5', 'W6', 'W7'] },
    ])
  })
  it('what is told first stands first', () => {
    const list = openNoticeList([notice(3, '', '', '甲')])
    list.addFirst([notice(0, '', '', '乙'), notice(0, '', '', '丙')])
    expect(list.listed().map(({ reason }) => reason)).toEqual(['乙', '丙', '甲'])
  })
})
