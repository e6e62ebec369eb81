/** Answers worked out once and kept as long as what they were worked out from. */
import type { Day } from './day.ts'

/** `make`, worked out once for each thing: the answer is garbage-collected together with the thing. */
export const oncePer = <Thing extends object, Made>(make: (of: Thing) => Made): ((of: Thing) => Made) => {
  const kept = new WeakMap<Thing, { made: Made }>()
  return (of) => {
    const known = kept.get(of)
    if (known !== undefined) return known.made
    const made = make(of)
    kept.set(of, { made })
    return made
  }
}

/** `make` for each thing and the days last asked for, `most` of them. */
export const daysPer = <Thing extends object, Made>(
  make: (of: Thing, t: Day) => Made,
  most: number,
): ((of: Thing, t: Day) => Made) => {
  const daysOf = oncePer((_: Thing) => new Map<Day, { made: Made }>())
  return (of, t) => {
    const days = daysOf(of)
    const known = days.get(t) ?? { made: make(of, t) }
    // Put behind the others, as the one that was asked for last.
    days.delete(t)
    if (days.size >= most) days.delete(days.keys().next().value as Day)
    days.set(t, known)
    return known.made
  }
}

/** `make` for each thing and the day last asked for: what several panels ask for at once is worked out once. */
export const latestPer = <Thing extends object, Made>(
  make: (of: Thing, t: Day) => Made,
): ((of: Thing, t: Day) => Made) => daysPer(make, 1)
