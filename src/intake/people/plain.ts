/** A text as plain digits, letters and marks, however it is written, with the places they have in the text as it stands. */

export interface Plain {
  text: string
  /** where each code unit of `text` begins in the given text; the last entry is behind its end. Null: at the same place */
  at: readonly number[] | null
}

/** Written on, these show nothing: formats of Unicode, marks on the character before, control characters but for spaces. */
const UNSEEN = /[\p{Cf}\p{M}\u115f\u1160\u3164]|(?![\t\n\v\f\r])\p{Cc}/u

/**
 * What a web page, or the balloon of a KML, puts between digits that are shown beside each other. A tag that holds a number
 * itself (tel:…) is text like any other.
 */
const MARKUP =
  /<\/?[a-z](?:[^<>\d]|\d(?!(?:[^<>\d]{0,3}\d){6})){0,200}>|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#8203);/iy

const DASH = /[\p{Pd}−˗ー]/u

const ASCII = /^[\t\n\r\x20-\x7e]*$/

/** A character as the one ASCII code unit it stands for, or as one code unit of no meaning. */
const plainOf = (character: string): string => {
  if (DASH.test(character)) return '-'
  // ① and ² may be a figure of a number or stand beside one: told apart below.
  if (character.length === 1 && /\p{No}/u.test(character)) return character
  if (/\s/.test(character)) return /[\n\r\u2028\u2029]/.test(character) ? '\n' : ' '
  const usual = character.normalize('NFKC')
  if (usual.length === 1) {
    if (!/\p{Nd}/u.test(usual) || usual <= '9') return usual
    // Digits of every script stand in tens, from 0 on.
    let digit = 0
    for (let code = (usual.codePointAt(0) as number) - 1; /\p{Nd}/u.test(String.fromCodePoint(code)); code--)
      digit++
    return String(digit % 10)
  }
  return character.length === 1 ? character : '\ue001'
}

const known = new Map<string, string>()

const plainly = (character: string): string => {
  const before = known.get(character)
  if (before !== undefined) return before
  const plain = UNSEEN.test(character) ? '' : plainOf(character)
  known.set(character, plain)
  return plain
}

const CHINESE = '〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖'
const VALUES = '0001234567891123456789'
const FIGURE = `[${CHINESE}\\p{No}\\d]`
/** A number that is spelt out: 一三八一二三四五六七八, ①③⑧①②③④⑤⑥⑦⑧. */
const SPELT = new RegExp(`${FIGURE}(?:[ -]?${FIGURE}){6,}`, 'gu')

const figureOf = (character: string): string => {
  const at = CHINESE.indexOf(character)
  const figure = at < 0 ? character.normalize('NFKC') : (VALUES[at] as string)
  return /^\d$/.test(figure) ? figure : character
}

/** 张三13812345678 and ①13812345678 are spelt in digits, with a word or a mark before them. */
const respelt = (text: string): string =>
  text.replace(SPELT, (run) => {
    const words = run.match(/[^\d -]/g) ?? []
    return words.length < 3 ? run : run.replace(/[^\d -]/g, figureOf)
  })

export const plainText = (given: string): Plain => {
  if (ASCII.test(given) && !given.includes('<') && !given.includes('&')) return { text: given, at: null }
  let text = ''
  const at: number[] = []
  for (let i = 0; i < given.length; ) {
    const character = String.fromCodePoint(given.codePointAt(i) as number)
    let length = character.length
    let plain = character < '\x7f' && character >= ' ' ? character : plainly(character)
    if (character === '<' || character === '&') {
      MARKUP.lastIndex = i
      const [markup] = MARKUP.exec(given) ?? []
      if (markup !== undefined) {
        length = markup.length
        plain = ' '
      }
    }
    if (plain !== '') at.push(i)
    text += plain
    i += length
  }
  at.push(given.length)
  return { text: respelt(text), at }
}
