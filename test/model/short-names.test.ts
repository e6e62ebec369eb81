/** Labels that tell areas apart, worked by hand. */
import { expect, test } from 'vitest'
import { shortNames } from '../../src/model/short-names.ts'

test('without the ending that all of them have; a name that is nothing else stays', () => {
  expect(shortNames(['太昊路居委会', '康庄社区居民委员会', '康楼村委会', '社区'])).toEqual([
    '太昊路',
    '康庄',
    '康楼',
    '社区',
  ])
})

test('what fits is left as it is, however alike', () => {
  expect(shortNames(['经开区第一居委会', '经开区第二居委会'])).toEqual(['经开区第一', '经开区第二'])
})

test('long names lose what all of them begin with, and are cut where they still differ', () => {
  const long = (n: string) => `周口经济开发区太昊路街道办事处第${n}网格综合治理示范片区居委会`
  expect(shortNames(['1', '12', '7'].map(long))).toEqual([
    '1网格综合治理…',
    '12网格综合治…',
    '7网格综合治理…',
  ])
  const tail = (n: string) => `人民大道中段北侧家属院${n}号楼居委会`
  expect(shortNames(['甲', '乙'].map(tail))).toEqual(['甲号楼', '乙号楼'])
  // No beginning in common; the ends differ.
  expect(shortNames(['甲地人民大道北侧家属院一号', '甲地人民大道北侧家属院二号', '乙地'])).toEqual([
    '甲地人民…院一号',
    '甲地人民…院二号',
    '乙地',
  ])
})

test('one alone is cut, never to nothing', () => {
  expect(shortNames(['周口经济开发区太昊路街道第一居委会'])).toEqual(['周口经济开发区…'])
  expect(shortNames([])).toEqual([])
  expect(shortNames(['同名的很长很长的居委会甲片', '同名的很长很长的居委会甲片'])).toHaveLength(2)
})
