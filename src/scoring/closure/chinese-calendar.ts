/** The holidays and 调休 of China as the State Council set them, from a library that carries them with it. */
import { type Day, dateOf, yearOf } from '../../model/day.ts'
import { part } from '../../model/part.ts'
import { type Calendar, isMondayToFriday } from '../../model/working-days.ts'

/** The library reads a date in the zone of the machine: noon there is on the same date everywhere. */
const localNoon = (day: Day): Date => {
  const date = dateOf(day)
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12)
}

/** No year is known that has no 国庆节. */
const firstOfOctober = (year: number): Date => new Date(year, 9, 1, 12)

let made: Promise<Calendar> | null = null

const make = async (): Promise<Calendar> => {
  const { default: days } = await part('节假日历', () => import('chinese-days'))
  const isKnown = (year: number) => days.getDayDetail(firstOfOctober(year)).name.includes('国庆节')
  // The library does not say how far it reaches: from a year it knows, as far as it goes either way.
  let [first, last] = [2019, 2019]
  while (isKnown(first - 1)) first--
  while (isKnown(last + 1)) last++
  const known = new Map<Day, boolean>()
  const isWorkday = (day: Day): boolean => {
    const year = yearOf(day)
    if (year < first || year > last) return isMondayToFriday(day)
    let works = known.get(day)
    if (works === undefined) {
      works = days.isWorkday(localNoon(day))
      known.set(day, works)
    }
    return works
  }
  return { years: [first, last], isWorkday }
}

/** Loaded when it is first asked for. Rejects when its file cannot be had. */
export const chineseCalendar = (): Promise<Calendar> => {
  made ??= make().catch((error: unknown) => {
    made = null
    throw error
  })
  return made
}
