/** What a key or a clicker asks of a presentation. */

export type Command =
  | {
      type:
        | 'next'
        | 'back'
        | 'first'
        | 'last'
        | 'black'
        | 'white'
        | 'notes'
        | 'play'
        | 'full'
        | 'help'
        | 'script'
        | 'laser'
        | 'lens'
        | 'leave'
    }
  | { type: 'scene'; number: number }
  /** digits so far of the number of a scene; '' = none */
  | { type: 'digits'; digits: string }

/** Clickers send PageUp and PageDown, some of them the arrows, and a full stop or B for black. */
const KEYS: Readonly<Record<string, Exclude<Command['type'], 'scene' | 'digits'>>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  Enter: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
  n: 'notes',
  a: 'play',
  f: 'full',
  '?': 'help',
  '/': 'help',
  r: 'script',
  Backspace: 'script',
  l: 'laser',
  z: 'lens',
  Escape: 'leave',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** @param digits typed before, the number of a scene that Enter goes to */
export const commandOf = ({ key, ctrlKey, metaKey, altKey }: Pressed, digits: string): Command | null => {
  if (ctrlKey || metaKey || altKey) return null
  if (/^\d$/.test(key)) return { type: 'digits', digits: `${digits}${key}`.slice(-3) }
  if (key === 'Enter' && digits !== '') return { type: 'scene', number: Number(digits) }
  const type = KEYS[key.length === 1 ? key.toLowerCase() : key]
  return type === undefined ? null : { type }
}

/** For the help: keys, and what they do. */
export const HELP: readonly (readonly [keys: string, does: string])[] = [
  ['→ PageDown 空格', '下一幕'],
  ['← PageUp', '上一幕'],
  ['Home End', '第一幕、最后一幕'],
  ['数字 Enter', '到第几幕'],
  ['R', '回到这一幕的样子'],
  ['B W', '黑屏、白屏，再按恢复'],
  ['N', '要点'],
  ['L Z', '光点、放大镜'],
  ['A', '自动播放'],
  ['F', '全屏'],
  ['?', '按键'],
  ['Esc', '结束汇报'],
]
