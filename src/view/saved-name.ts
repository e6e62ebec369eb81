/** What a file made on the screen is called: what it is, whose, and of which day, as the engine calls its own. */
import { type Day, formatDay } from '../model/day.ts'

/** 「督导路线-淮河路办事处-2019-05-27」, without ending. @param office null = the whole district, which is not said */
export const savedName = (what: string, office: string | null, asOf: Day): string =>
  [what, office?.replace(/[\\/:*?"<>|]/g, '_'), formatDay(asOf)].filter(Boolean).join('-')
