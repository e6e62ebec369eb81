/**
 * Where in a text numbers stand that lead to a person: the one place that decides. What is a number of something else is
 * set aside first; each run of digits that is left is asked what it is, and then the words about it.
 */
import { areSingles, calledKind, kindOf } from './kinds.ts'
import { announcesAny, isOfThing, type Labelled, type Saying, sayingOf } from './labels.ts'
import { type Found, MASKED, type Personal } from './masked.ts'
import { aside, withoutOthers } from './others.ts'
import { plainText } from './plain.ts'
import { AN_X, isIdentity18, isTime } from './proofs.ts'
import { type Group, groupsOf, MOST_DIGITS, type Run, runsFrom, singlesAhead } from './runs.ts'

/** Not in the middle of a number; a mobile number may be glued to it. */
const X_BEHIND = new RegExp(`^[\\s\\-./]?${AN_X}(?:(?!\\d)|(?=1[3-9]\\d{9}(?!\\d)))`)

/** An X that ends an identity, in place of its last digit. */
const withX = (run: Run): { run: Run; extra: number } | null => {
  const x = X_BEHIND.exec(run.behind)
  return x === null ? null : { run: { ...run, digits: `${run.digits}X` }, extra: x[0].length }
}

/** Marks in front that belong to a number: +86, (0394). */
const leadOf = (run: Run): number => {
  const closes = run.gaps[0]?.[0] ?? ''
  const opening = { ')': '(', ']': '[', '】': '【' }[closes]
  let lead = 0
  if (/\+$/.test(run.before)) lead = 1
  if (opening !== undefined && run.before.at(-1 - lead) === opening) lead++
  return lead
}

interface Taken {
  from: number
  to: number
  what: Personal
  /** groups used up */
  groups: number
}

const EXTENSION = /^\s?(?:-|转|ext\.?)\s?\d{1,5}(?!\d)/i

const taken = (text: string, run: Run, what: Personal, extra = 0): Taken => {
  const last = run.groups.at(-1) as Group
  const from = (run.groups[0] as Group).from - leadOf(run)
  const extension = what === '电话' ? (EXTENSION.exec(text.slice(last.to, last.to + 12))?.[0].length ?? 0) : 0
  return { from, to: last.to + extra + extension, what, groups: run.groups.length }
}

/** What begins with a group, if anything: the surest kind first, then what the words about it say. */
const beginningAt = (
  text: string,
  groups: readonly Group[],
  first: number,
  label: Labelled,
  saying: Saying,
  done: number,
  announced: boolean,
): Taken | null => {
  const runs = runsFrom(text, groups, first, done, announced)
  if (runs.length === 0) return null
  const { from } = groups[first] as Group
  const about: Labelled = isOfThing(text, from) ? { ...label, thing: true } : label
  // The longer is the surer: an identity may hold what looks like a telephone number.
  for (const run of [...runs].reverse()) {
    const x = run.digits.length === 17 ? withX(run) : null
    if (x !== null && (run.soft || areSingles(run)) && isIdentity18(x.run.digits))
      return taken(text, run, '身份证号', x.extra)
    const what = kindOf(run, about)
    if (what !== null) return taken(text, run, what)
  }
  if (!announced) return null
  for (const run of [...runs].reverse()) {
    const says = saying(from, (run.groups.at(-1) as Group).to)
    const x = withX(run)
    const what = (x === null ? null : calledKind(x.run, says)) ?? calledKind(run, says)
    if (what !== null) return taken(text, run, what, what === '身份证号' ? (x?.extra ?? 0) : 0)
  }
  return null
}

/** 0394-8123456/8123457: another landline of the same place, without its area code once more. */
const alsoAt = (text: string, group: Group | undefined, found: readonly Found[]): Found | null => {
  const last = found.at(-1)
  if (group === undefined || last?.what !== '电话' || !/^[2-9]\d{6,7}$/.test(group.digits)) return null
  const between = text.slice(last.to, group.from)
  return /^\s*[、,，/;；或和及至到~-]\s*$/.test(between) && !isTime(group.digits)
    ? { from: group.from, to: group.to, what: '电话' }
    : null
}

/** Digits that are nothing but identities and mobile numbers, as their lengths; null where they are not. */
const partsOf = (digits: string): number[] | null => {
  if (digits === '') return []
  for (const length of [18, 11]) {
    const part = digits.slice(0, length)
    if (!(length === 18 ? isIdentity18(part) : /^1[3-9]\d{9}$/.test(part))) continue
    const rest = partsOf(digits.slice(length))
    if (rest !== null) return [length, ...rest]
  }
  return null
}

/** Several numbers without anything between them. Mobile numbers only where no other number is to be expected. */
const gluedIn = (text: string, { from, digits }: Group, label: Labelled): Found[] => {
  if (digits.length < 22 || digits.length > 90) return []
  const parts = partsOf(digits) ?? []
  const other = label.record || label.thing || label.amount || isOfThing(text, from)
  if (!parts.includes(18) && (other || /[A-Za-z.][-_]?$/.test(text.slice(Math.max(0, from - 2), from))))
    return []
  let at = from
  return parts.map((length) => {
    at += length
    return { from: at - length, to: at, what: length === 18 ? '身份证号' : '手机号' }
  })
}

/** Where in a text numbers of people stand, in order. @param label what the heading over it says */
export const findPeople = (given: string, label: Labelled): Found[] => {
  const { text: written, at } = plainText(given)
  // The words in the place of a number announce no other.
  const plain = written.includes('已隐去') ? written.replace(MASKED, aside) : written
  const found: Found[] = []
  const saying = sayingOf(plain, label)
  const text = withoutOthers(plain, label, saying, found)
  const groups = groupsOf(text)
  const announced = label.identity || label.card || label.phone || announcesAny(plain)
  const ahead = announced ? null : singlesAhead(groups)
  let done = 0
  for (let i = 0; i < groups.length; ) {
    // Amid a long row of single digits, which no word calls a number, none begins.
    if (ahead !== null && (ahead[i] as number) >= MOST_DIGITS && (groups[i - 1]?.to ?? 0) > done) {
      i++
      continue
    }
    const glued = gluedIn(text, groups[i] as Group, label)
    if (glued.length > 0) {
      found.push(...glued)
      done = (groups[i++] as Group).to
      continue
    }
    const here = beginningAt(text, groups, i, label, saying, done, announced)
    if (here === null) i++
    else {
      found.push(here)
      i += here.groups
      while (i < groups.length && (groups[i] as Group).from < here.to) i++
      for (let next = alsoAt(text, groups[i], found); next !== null; next = alsoAt(text, groups[++i], found))
        found.push(next)
      done = (found.at(-1) as Found).to
    }
  }
  // 13812345678.0: the zeros go with it.
  const places = found.map(({ from, to, what }) => {
    const zeros = /^\.0+(?!\d)/.exec(text.slice(to, to + 24))?.[0].length ?? 0
    return { from, to: to + zeros, what }
  })
  places.sort((a, b) => a.from - b.from)
  return at === null
    ? places
    : places.map(({ from, to, what }) => ({ from: at[from] as number, to: at[to] as number, what }))
}
