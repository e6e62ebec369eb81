/** A package opened: read, placed and laid out for scoring. What every answer starts from. */
import { openNotebook } from '../../intake/notebook.ts'
import type { Intake } from '../../intake/package.ts'
import { readScenes } from '../../intake/scenes.ts'
import type { Day } from '../../model/day.ts'
import type { Model } from '../../model/records.ts'
import { daysPer, latestPer } from '../../model/remembered.ts'
import type { Report } from '../../model/report.ts'
import type { Standard } from '../../model/standard.ts'
import { type Places, placeModel } from '../../placing/place.ts'
import { type Prepared, prepare } from '../../scoring/rows/prepare.ts'
import { layOutVisits } from '../../scoring/rows/visits.ts'
import { categoryIndexOf } from '../../scoring/score/category-index.ts'
import { type DailyScores, scoreDaily } from '../../scoring/score/daily.ts'
import { type Scores, scoreAt } from '../../scoring/score/score.ts'
import { layOutSamples } from '../../scoring/water.ts'

export interface Opened {
  intake: Intake
  model: Model
  standard: Standard
  places: Places
  prepared: Prepared
  /** intake's report with what placing and scoring had to say */
  report: Report
  /** scores at a day, without ledgers; the last days asked for are remembered */
  scores: (t: Day) => Scores
  /** scores at a day with ledgers; the latest day is remembered */
  explained: (t: Day) => Scores
  /** scores of every day of the package; worked out when first asked for */
  daily: () => DailyScores
}

/**
 * Days remembered, the last that were asked for: a board compares with two weeks before, a week at a time, so a walk by days
 * or weeks works out one day a step. In the sample a day takes 0.3 MB to keep and 5 ms to work out.
 */
export const REMEMBERED = 32

const scoresOf = daysPer((prepared: Prepared, t) => scoreAt(prepared, t, { withoutLedger: true }), REMEMBERED)
const explainedOf = latestPer((prepared: Prepared, t) => scoreAt(prepared, t))

/**
 * The package with other presentations: nothing that is placed or scored depends on them, so the rest is as it was.
 * @param file where they stand
 */
export const withBriefings = (opened: Opened, file: string, bytes: Uint8Array | undefined): Opened => {
  const notebook = openNotebook()
  const briefings = readScenes(file, bytes, opened.standard, notebook)
  const joined = (was: Report): Report => {
    const { [file]: _, ...rows } = was.rows
    const others = <N extends { file: string }>(list: readonly N[]) => list.filter((one) => one.file !== file)
    const { absent, unread, rejected, flagged } = notebook.report
    return {
      rows: { ...rows, ...notebook.report.rows },
      absent: [...was.absent.filter((one) => one !== file), ...absent],
      unread: [...others(was.unread), ...unread],
      rejected: [...others(was.rejected), ...rejected],
      flagged: [...others(was.flagged), ...flagged],
    }
  }
  return {
    ...opened,
    intake: { ...opened.intake, briefings, report: joined(opened.intake.report) },
    report: joined(opened.report),
  }
}

export const openIntake = (intake: Intake): Opened => {
  const { model, standard } = intake
  const places = placeModel(model, standard)
  const prepared = prepare(model, standard, places)
  // Every day starts from these.
  categoryIndexOf(prepared)
  layOutVisits(prepared)
  layOutSamples(prepared)
  const flagged = [...intake.report.flagged, ...places.flagged, ...prepared.flagged]
  let daily: DailyScores | null = null
  return {
    intake,
    model,
    standard,
    places,
    prepared,
    report: { ...intake.report, flagged },
    scores: (t) => scoresOf(prepared, t),
    explained: (t) => explainedOf(prepared, t),
    daily: () => {
      daily ??= scoreDaily(prepared, intake.firstDay, intake.lastDay)
      return daily
    },
  }
}
