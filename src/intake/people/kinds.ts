/** What a run of digits is: by its digits and the way they are divided, or because the words about it say so. */
import type { Announced, Labelled } from './labels.ts'
import type { Personal } from './masked.ts'
import {
  beginsIdentity,
  isAreaCode,
  isCard,
  isDatedNumber,
  isDayOfYear,
  isIdentity15,
  isIdentity18,
  isTime,
} from './proofs.ts'
import { OF_IDENTITY, type Run } from './runs.ts'

const shape = (sizes: readonly number[]): string => sizes.join('-')

/** Whether groups of one digit each are a number of so many, not a part of a longer row of single digits. */
export const areSingles = ({ sizes, alone }: Run): boolean =>
  sizes.length > 5 && alone && sizes.every((size) => size === 1)

/** Whether a column holds numbers of its own kind, among which only the surest are taken for one of a person. */
const isNumbered = ({ record, thing, amount }: Labelled): boolean => record || thing || amount

/** How people divide the eleven digits; the second list where nothing but a space or a line break divides them. */
const MOBILE_SHAPES = new Set(
  '11 3-8 7-4 3-3-5 3-5-3 4-4-3 4-3-4 4-7 3-4-2-2 3-2-2-4 3-2-2-2-2 3-2-3-3 1-3-3-4 1-10'.split(' '),
)
const SPACED_SHAPES = new Set('2-3-3-3 2-4-5 1-2-4-4 2-2-2-2-2-1 1-2-2-2-2-2'.split(' '))

/** Two pieces of a number, beside each other or on two lines; 15 199175352 are two numbers. */
const isWrapped = ({ sizes, gaps }: Run): boolean =>
  sizes.length === 2 && (sizes[0] !== 2 || gaps.some((gap) => gap.includes('\n')))

/** No quantity begins with 00 or 01: these are pieces of one number. */
const arePieces = ({ groups }: Run): boolean =>
  groups.length < 6 && groups.slice(1).some(({ digits }) => /^0\d/.test(digits))

/** 13 81 23 45 678 on one line and nothing else; what only rises is a list. */
const isUneven = ({ sizes, gaps, groups, before, behind }: Run): boolean =>
  shape(sizes) === '2-2-2-2-3' &&
  `${before}${behind}`.trim() === '' &&
  gaps.every((gap) => !gap.includes('\n')) &&
  groups.some(({ digits }, i) => i > 0 && Number(digits) <= Number(groups[i - 1]?.digits))

const isSpaced = ({ gaps }: Run): boolean => gaps.every((gap) => /^\s+$/.test(gap))

/** Words for a telephone that a number may be glued to as an id is to its letters. */
const TEL = /(?:tel|phone|mobile|mob|cell|call|fax|qq|vx|wx|wechat|v)[-_:.]?$/i
/** Letters of an id: WT, GC-. */
const PREFIX = /(?<![A-Za-z])[A-Z]{1,6}[-_]?$/

const isId = ({ before }: Run): boolean => PREFIX.test(before) && !TEL.test(before)

/** The run without the number of the country before it, or the 0 that is dialled before a mobile number elsewhere. */
const athome = (run: Run): Run => {
  const [prefix = ''] = /^(?:0086|86|0(?=1[3-9]\d{9}$))/.exec(run.digits) ?? []
  if (prefix === '' || run.digits.length < 12) return run
  const sizes: number[] = []
  const gaps: string[] = []
  let left = prefix.length
  run.sizes.forEach((size, i) => {
    const rest = size - Math.min(size, left)
    left -= size - rest
    if (rest === 0) return
    if (sizes.length > 0) gaps.push(run.gaps[i - 1] as string)
    sizes.push(rest)
  })
  return { ...run, digits: run.digits.slice(prefix.length), sizes, gaps }
}

const isMobile = (given: Run, label: Labelled): boolean => {
  const run = given.digits.length === 11 ? given : athome(given)
  const { digits, sizes, soft, alone } = run
  if (!/^1[3-9]\d{9}$/.test(digits)) return false
  // Numbers of records are filled up with zeros.
  if (given.digits.length === 12 && (isNumbered(label) || isId(given) || given.sizes.length > 4)) return false
  if (sizes.length === 1) return !label.amount && !isDatedNumber(digits, label.record, isId(run))
  if (areSingles(run)) return true
  if (!alone) return false
  if (shape(sizes) === '3-4-4') return !(/^(?:19|20)\d\d$/.test(digits.slice(3, 7)) && isId(run))
  if (!soft || isId(run)) return false
  if (shape(sizes) === '3-8' && isTime(digits.slice(3))) return false
  if (MOBILE_SHAPES.has(shape(sizes))) return true
  return (
    isSpaced(run) && (isWrapped(run) || isUneven(run) || SPACED_SHAPES.has(shape(sizes)) || arePieces(run))
  )
}

const AREA = /^0(?:10|2\d|[3-9]\d\d)/

/** Words for the number of a record: 档案号 0371-2024-0012. */
const OF_RECORD = /(?:档案|案卷|卷宗|编|文|案|卷|单)号?[\s:：]*$/

/** Divided as few people do, and as numbers of records are: 0371-8-6512345, 0371-865-12345, 0394-81-23-456. */
const isOddly = (run: Run, pieces: readonly number[], label: Labelled): boolean =>
  /^(?:1-6|1-7|3-5|2-2-3|2-2-4)$/.test(shape(pieces)) &&
  run.alone &&
  run.gaps.every((gap) => /^[- ]$/.test(gap)) &&
  !isNumbered(label) &&
  !OF_RECORD.test(run.before) &&
  !isTime(`20${run.groups.at(-1)?.digits}`)

const isLandline = (given: Run, label: Labelled): boolean => {
  const home = athome(given)
  // Called from abroad it loses its 0.
  const abroad = home !== given && !home.digits.startsWith('0')
  const digits = abroad ? `0${home.digits}` : home.digits
  const sizes = abroad ? [(home.sizes[0] as number) + 1, ...home.sizes.slice(1)] : home.sizes
  const area = AREA.exec(digits)?.[0]
  if (area === undefined) return false
  const rest = digits.slice(area.length)
  if (!/^[2-9]\d{6,7}$/.test(rest) || isTime(rest)) return false
  if (sizes.length === 1) return !isNumbered(label) && !isId(given) && !(abroad && home === given)
  if (areSingles(given)) return true
  // 0394，8123456: the only numbers of a list that begin with 0 and go on so.
  if (!given.soft) return sizes.length === 2 && sizes[0] === area.length
  // 2019-0527-8123456 is the number of a record.
  if (/(?:19|20)\d\d[-_ ]$/.test(given.before) && isDayOfYear(area)) return false
  if (sizes[0] === 1) return shape(sizes) === `1-${area.length - 1}-${rest.length}`
  const pieces = sizes.slice(1)
  if (shape(pieces) === '4-4' && /^20[0-4]/.test(rest) && (label.record || OF_RECORD.test(given.before)))
    return false
  return sizes[0] === area.length
    ? /^(?:7|8|3-4|4-4|4-3|4-2-2|3-2-2|2-2-2-2|1-1-1-1-1-1-1-?1?)$/.test(shape(pieces)) ||
        isOddly(given, pieces, label)
    : sizes[0] === area.length + 3 || sizes[0] === area.length + 4
}

const isFreephone = (run: Run, label: Labelled): boolean => {
  if (!/^[48]00\d{7}$/.test(run.digits)) return false
  if (run.sizes.length === 1) return !/0{9}$/.test(run.digits) && !isNumbered(label) && !isId(run)
  if (areSingles(run)) return true
  // 4000-500000 is from one sum to another.
  if (shape(run.sizes) === '4-6') return run.digits.startsWith('400') && !/000$/.test(run.digits) && run.soft
  // 400-500-60000 are three figures.
  if (shape(run.sizes) === '3-2-5')
    return run.alone && run.gaps.every((gap) => gap === '-') && !/000$/.test(run.digits)
  return run.soft && /^(?:3-7|3-3-4|3-4-3|4-3-3|6-4|3-2-2-3)$/.test(shape(run.sizes))
}

/** +852, +853, +886 and other countries. */
const isForeign = ({ digits, before, sizes, soft }: Run): boolean =>
  /\+\s?$/.test(before) &&
  soft &&
  (/^(?:85[23]\d{8}|886\d{8,9})$/.test(digits) || (sizes.length > 2 && /^[1-9]\d{9,14}$/.test(digits)))

const isBankCard = (run: Run, label: Labelled): boolean => {
  const { digits, sizes, soft } = run
  if (!soft || !isCard(digits)) return false
  if (/^[3-9]/.test(digits) && /^4-4-4-4(?:-[1-3])?$/.test(shape(sizes))) return true
  // 62 is UnionPay's, and 甘肃省's: among the numbers of grids only the usual lengths of a card are one.
  if (isNumbered(label) && digits.length !== 16 && digits.length !== 19) return false
  return digits.startsWith('62') && (sizes.length < 6 || areSingles(run))
}

/** What it is whatever is said of it. */
export const kindOf = (run: Run, label: Labelled): Personal | null => {
  const { digits, soft, sizes } = run
  switch (digits.length) {
    case 18:
      if (isIdentity18(digits) && ((soft && sizes.length < 7) || areSingles(run))) return '身份证号'
      // ID: says it of a number that has a birthday, be its last digit wrong.
      if (OF_IDENTITY.test(run.before) && beginsIdentity(digits)) return '身份证号'
      break
    case 15:
      if (soft && /^(?:15|6-6-3|6-9|12-3|3-3-6-3)$/.test(shape(sizes)) && isIdentity15(digits)) {
        if (!label.thing) return '身份证号'
      }
      break
  }
  if (isBankCard(run, label)) return '银行卡号'
  if (isMobile(run, label)) return '手机号'
  if (isLandline(run, label) || isFreephone(run, label) || isForeign(run)) return '电话'
  return null
}

/** Numbers of services, for everybody to call. */
const SERVICE = /^(?:1\d\d|1[0-2]\d{3}|9[56]\d{3,4})$/

/** What a run is that the words about it call a number of a person, however wrong it is. */
export const calledKind = (
  { digits, soft, groups }: Run,
  { identity, card, phone }: Announced,
): Personal | null => {
  const { length } = digits
  if (!soft || groups.some((group) => SERVICE.test(group.digits))) return null
  if (groups.length === 1 && isTime(digits)) return null
  if (identity && length >= 14 && length <= 18) return '身份证号'
  if (card && length >= 15 && length <= 21) return '银行卡号'
  return phone && length >= 7 && length <= 15 && (!isAreaCode(digits) || /^1[3-9]/.test(digits))
    ? '电话'
    : null
}
