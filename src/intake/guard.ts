/**
 * The apostrophe that keeps a spreadsheet from running a text as a formula. What is written out gets it, what is read
 * loses it again, so that a text is the same after any number of round trips.
 */

/** What a spreadsheet would run, or has been told not to: `=` `+` `-` `@` (full-width too), a tab or a line break first. */
const RISKY = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** −5 and +3.5 are numbers and run nothing. */
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/** A text that no spreadsheet takes for a formula. */
export const guardFormula = (text: string): string =>
  RISKY.test(text) && !NUMBER.test(text) ? `'${text}` : text

/** The text as it was before `guardFormula`. */
export const dropGuard = (text: string): string =>
  text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text

/** A cell as it stands in a file made one that no spreadsheet runs; one that is guarded already stays as it is. */
export const guardCell = (cell: string): string => (cell.startsWith("'") ? cell : guardFormula(cell))
