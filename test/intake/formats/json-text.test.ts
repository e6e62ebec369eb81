/** Where JSON breaks that is parsed a few members at a time: told as where it is parsed in one go. */
import { expect, it } from 'vitest'
import { readJson } from '../../../src/intake/formats/json.ts'
import { parseSteps } from '../../../src/intake/formats/json-text.ts'
import { finish } from '../../../src/intake/pace.ts'

const told = (text: string): string => {
  try {
    finish(parseSteps(text))
    return ''
  } catch (error) {
    return (error as Error).message
  }
}
const wholly = (text: string): string => `${readJson(new TextEncoder().encode(text)).fault}，请重新导出`

/** Some members more than are parsed together. */
const member = `{"a":"${'长'.repeat(1000)}"},\n`
const MANY = member.repeat(3000)

it.each([
  ['a short text', '{"features":[{"a":1},\n x]}'],
  ['a member of a long list', `{"features":[\n${MANY}{"b":x},\n${MANY}{}]}`],
  ['the last member of a long list', `{"features":[\n${MANY}{"b":x}]}`],
  ['a long list that is cut', `{"features":[\n${MANY}{"b":1`],
  ['what stands behind a long list', `{"features":[\n${MANY}{}],\n"name":x}`],
  ['two long lists', `{"features":[\n${MANY}{}],\n"others":[\n${MANY}{}],\n"name":x}`],
])('%s', (_, text) => {
  expect(told(text)).toBe(wholly(text))
})

it('one value a line', () => {
  const text = `\u001e{"a":1}\n\u001e{"b":x}\n`
  expect(told(text)).toBe('不是有效的 JSON（第 2 行第 7 列起读不懂），请重新导出')
})
