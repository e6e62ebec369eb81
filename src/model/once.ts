/** What `make` gives for an object, worked out when first asked for and kept as long as the object is. */
export const oncePer = <Key extends object, Value>(make: (of: Key) => Value): ((of: Key) => Value) => {
  const known = new WeakMap<Key, { value: Value }>()
  return (of) => {
    let made = known.get(of)
    if (made === undefined) {
      made = { value: make(of) }
      known.set(of, made)
    }
    return made.value
  }
}
