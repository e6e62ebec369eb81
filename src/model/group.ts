/** Lists by what their members have in common, in the order in which they come. */

/** Puts a value at the end of the list of a key. */
export const addTo = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

export const groupBy = <Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> => {
  const lists = new Map<Key, Value[]>()
  for (const value of values) addTo(lists, keyOf(value), value)
  return lists
}
