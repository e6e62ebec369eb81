/** What clickers and keyboards send, and what it asks for. */
import { describe, expect, test } from 'vitest'
import { type Command, commandOf } from '../../src/present/keys.ts'

const press = (key: string, digits = '', more = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...more }, digits)

describe('a key', () => {
  test.each([
    ['PageDown', 'next'],
    ['ArrowRight', 'next'],
    [' ', 'next'],
    ['PageUp', 'back'],
    ['ArrowLeft', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['b', 'black'],
    ['B', 'black'],
    ['.', 'black'],
    ['w', 'white'],
    ['Escape', 'leave'],
    ['?', 'help'],
    ['r', 'script'],
    ['z', 'lens'],
  ] satisfies [string, Command['type']][])('%s → %s', (key, type) => {
    expect(press(key)).toEqual({ type })
  })

  test('digits gather until Enter goes there', () => {
    expect(press('1')).toEqual({ type: 'digits', digits: '1' })
    expect(press('2', '1')).toEqual({ type: 'digits', digits: '12' })
    expect(press('Enter', '12')).toEqual({ type: 'scene', number: 12 })
    expect(press('Enter')).toEqual({ type: 'next' })
  })

  test.each([
    ['of the browser', 'f', { ctrlKey: true }],
    ['of the system', 'b', { metaKey: true }],
    ['that means nothing here', 'x', {}],
    ['of a function', 'F5', {}],
  ])('%s is left alone', (_, key, more) => {
    expect(press(key, '', more)).toBeNull()
  })
})
