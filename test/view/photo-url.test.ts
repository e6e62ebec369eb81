/** Photos come from the package and from nowhere else. */
import { expect, test } from 'vitest'
import { photoUrl } from '../../src/view/photo-url.ts'

const base = 'https://city.example/app/data/'
test.each([
  ['photos/a b.jpg', `${base}photos/a%20b.jpg`],
  ['./photos/1.svg', `${base}photos/1.svg`],
  ['../secret.jpg', null],
  ['https://elsewhere.example/x.jpg', null],
  ['//elsewhere.example/x.jpg', null],
  ['javascript:alert(1)', null],
  ['data:image/png;base64,xx', null],
  ['http://[', null],
])('%s', (path, url) => expect(photoUrl(path, base)).toBe(url))
