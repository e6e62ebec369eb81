/** Which list a figure has led to. */
import { type Codec, choice, count, sign, word } from '../../link/codec.ts'
import { areaCodes, field, known, maybe, officeNames, row, table, type ValueOf } from '../../link/field.ts'

/** What a list is of, and what the screen calls it. */
export const RECORD_LISTS = {
  visits: '点位排查',
  waters: '水体水质',
  honours: '评选荣誉',
  class: '同一档的居委会',
} as const
export type RecordList = keyof typeof RECORD_LISTS

/** A class of the legend by its place; `none` = those without a figure. */
const classText: Codec<number | 'none'> = {
  write: String,
  read: (text) => (text === 'none' ? text : count(0).read(text)),
}

export const RECORDS = table({
  list: field('list', 'visits', choice(Object.keys(RECORD_LISTS) as RecordList[])),
  /** code of the 居委会 or name of the 办事处 that the list is within; null = the district */
  within: maybe(
    'in',
    word,
    known((overview) => [...areaCodes(overview), ...officeNames(overview)]),
  ),
  /** of the places: those visited in the window, else those not */
  visited: field('key', false, sign('visited')),
  /** of the classes; older links have it under the key of `visited` */
  place: row<number | 'none'>({
    usual: 0,
    read: (link) => classText.read(link.get('class') ?? link.get('key') ?? '') ?? 0,
    write: (place, link) => {
      if (place !== 0) link.set('class', classText.write(place))
    },
  }),
})
export type RecordsOptions = ValueOf<typeof RECORDS>
