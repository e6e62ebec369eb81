/** Only the page's own host is read from. */
import { expect, test } from 'vitest'
import { packageBase } from '../src/platform.ts'

const own = 'https://city.example/app/'

test.each([
  ['', `${own}data/`],
  ['?data=', `${own}data/`],
  ['?data=./other', `${own}other/`],
  ['?data=../week21/', 'https://city.example/week21/'],
  ['?data=/packages/zk?x=1', 'https://city.example/packages/zk/'],
  ['?data=https://city.example/p/', 'https://city.example/p/'],
  ['?data=https://elsewhere.example/p/', `${own}data/`],
  ['?data=//elsewhere.example/p/', `${own}data/`],
  ['?data=http://city.example/p/', `${own}data/`],
  ['?data=javascript:alert(1)', `${own}data/`],
  ['?data=data:text/html,x', `${own}data/`],
  ['?data=http://[', `${own}data/`],
])('%s', (search, base) => {
  expect(packageBase(`${own}index.html${search}#v=1`, own)).toBe(base)
})

test('a page opened from disk reads beside itself', () => {
  const page = 'file:///D:/chuangwei/index.html'
  expect(packageBase(page, page)).toBe('file:///D:/chuangwei/data/')
  expect(packageBase(`${page}?data=file:///C:/secret/`, page)).toBe('file:///D:/chuangwei/data/')
})
