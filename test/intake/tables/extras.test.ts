/** What our own exports and templates add to a table is known again, and what it is known as. */
import { describe, expect, test } from 'vitest'
import { isExampleRow } from '../../../src/intake/tables/extras.ts'
import { AREAS, read } from '../files.ts'

const HEAD = '编号,居委会,发现日期,整改期限,严重程度'

test('readable columns behind those of the contract are passed in silence, one that is nobody’s is told', () => {
  const { model, report } = read({
    'areas.geojson': AREAS,
    'issues.csv': `${HEAD},状态,居委会名称,办事处,领导批示\nW1,001,2019-05-01,2019-05-08,一般,待整改,乙社区,东办事处,阅\n`,
  })
  expect(model.issues[0]?.areaCode).toBe('001')
  expect(report.flagged.filter((n) => n.file === 'issues.csv').map((n) => [n.field, n.reason])).toEqual([
    ['领导批示', '不认识这一列，没有读入'],
  ])
})

test('the example row of a template is no record, no row and is told', () => {
  const { model, report } = read({
    'areas.geojson': AREAS,
    'issues.csv': `${HEAD}\n示例-1,001,2019-05-01,2019-05-08,一般\nW1,001,2019-05-01,2019-05-08,一般\n`,
  })
  expect(model.issues.map((issue) => [issue.id, issue.line])).toEqual([['W1', 3]])
  expect(report.rows['issues.csv']).toBe(1)
  expect(report.flagged.filter((n) => n.file === 'issues.csv')).toEqual([
    { file: 'issues.csv', line: 2, field: '', value: '', reason: '模板里的示例行，不是数据，没有读入' },
  ])
})

describe('an example row', () => {
  test.each([
    [['示例-1', 'x'], true],
    [['', '示例：甲居委会'], true],
    [['示例'], true],
    [['示例农贸市场'], false],
    [['W1', '示例-1'], false],
    [['', ''], false],
  ])('%j: %s', (cells, is) => expect(isExampleRow(cells)).toBe(is))
})
