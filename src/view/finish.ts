/**
 * How finely the screen is drawn. Where drawing takes its time (no graphics processor, a remote desktop), smooth edges,
 * shadows, fades and flights go: the same picture is there sooner. It is a matter of the machine and no part of the view.
 */
export type Finish = 'fine' | 'plain'
/** `auto`: as measured */
export type FinishAsked = 'auto' | Finish

const KEY = 'finish'

/** What was chosen on this machine. */
export const keptFinish = (): FinishAsked => {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'fine' || kept === 'plain' ? kept : 'auto'
  } catch {
    // A browser may forbid it; nothing is lost but the choice.
    return 'auto'
  }
}

export const keepFinish = (asked: FinishAsked): void => {
  try {
    if (asked === 'auto') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, asked)
  } catch {
    // See above.
  }
}

/** What is measured counts as long as nothing else is asked for. @param measured null = not yet */
export const finishOf = (asked: FinishAsked, measured: Finish | null): Finish =>
  asked === 'auto' ? (measured ?? 'fine') : asked
