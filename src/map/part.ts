/** Drawing as a table: each part says what it is drawn from and how; what did not change is not drawn. */

/** A part of a picture of a `State`, drawn on `On`. */
export interface Part<State, Inputs extends object, On, Made = void> {
  id: string
  /** all that it is drawn from */
  needs(state: State): Inputs
  draw(inputs: Inputs, on: On): Made
}

const isSame = (a: object, b: object): boolean => {
  const [was, is] = [Object.entries(a), new Map(Object.entries(b))]
  return was.length === is.size && was.every(([key, value]) => is.has(key) && Object.is(value, is.get(key)))
}

/**
 * Draws the parts of a table, in its order, time and again: a part all of whose inputs are the same values as last time is
 * left as it is.
 * @returns what each part made, last time it was drawn; null when none was drawn now
 */
export const drawChanged = <State, On, Made>(parts: readonly Part<State, object, On, Made>[]) => {
  const known = new Map<string, { inputs: object; made: Made }>()
  return (state: State, on: On): Made[] | null => {
    let drew = false
    const all = parts.map((part) => {
      const inputs = part.needs(state)
      const before = known.get(part.id)
      if (before && isSame(before.inputs, inputs)) return before.made
      drew = true
      const made = part.draw(inputs, on)
      known.set(part.id, { inputs, made })
      return made
    })
    return drew ? all : null
  }
}
