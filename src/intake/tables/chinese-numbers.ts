/** Whole numbers in Chinese characters, as deadlines and dates have them. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 十五 → 15, 二十 → 20, 二〇一九 → 2019, 15 → 15; null where it is no whole number under 10,000. */
export const wholeNumber = (text: string): number | null => {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  const tens = /^([一二两三四五六七八九])?十([一二三四五六七八九])?$/.exec(text)
  if (tens !== null)
    return (
      10 * (DIGITS[tens[1] ?? '一'] as number) + (tens[2] === undefined ? 0 : (DIGITS[tens[2]] as number))
    )
  const figures = [...text].map((char) => DIGITS[char])
  if (figures.length === 0 || figures.length > 4 || figures.includes(undefined)) return null
  return Number(figures.join(''))
}
