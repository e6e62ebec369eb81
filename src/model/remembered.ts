/** Answers worked out once and kept as long as what they were worked out from. */
import type { Day } from './day.ts'

/** `make`, worked out once for each thing: the answer is garbage-collected together with the thing. */
export const oncePer = <Thing extends object, Made>(make: (of: Thing) => Made): ((of: Thing) => Made) => {
  const kept = new WeakMap<Thing, { made: Made }>()
  return (of) => {
    const known = kept.get(of) ?? { made: make(of) }
    kept.set(of, known)
    return known.made
  }
}

/** `make` for each thing and the day last asked for: what several panels ask for at once is worked out once. */
export const latestPer = <Thing extends object, Made>(
  make: (of: Thing, t: Day) => Made,
): ((of: Thing, t: Day) => Made) => {
  const kept = new WeakMap<Thing, { t: Day; made: Made }>()
  return (of, t) => {
    const known = kept.get(of)
    if (known?.t === t) return known.made
    const made = make(of, t)
    kept.set(of, { t, made })
    return made
  }
}
