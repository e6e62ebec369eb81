/** A package opened: read, placed and laid out for scoring. What every answer starts from. */
import type { Intake } from '../../intake/package.ts'
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
