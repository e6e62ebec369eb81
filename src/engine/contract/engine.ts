/**
 * What the screen may ask. The engine owns the data in a worker; panels and map hold answers, never rows. Every answer
 * about a moment names its day. Indices (`site`, `issue`, `area`) are positions in the model's lists and stay the same
 * as long as the package does; -1 stands for none.
 */
import type { BoardAnswers } from './board.ts'
import type { CardAnswers } from './cards.ts'
import type { EditAnswers, ExportAnswers, ImportAnswers } from './data.ts'
import type { IssueAnswers } from './issues.ts'
import type { LedgerAnswers } from './ledger.ts'
import type { PackageAnswers, WorkspaceAnswers } from './package.ts'
import type { SearchAnswers } from './search.ts'
import type { ClosureAnswers } from './studies/closure.ts'
import type { ClusterAnswers } from './studies/clusters.ts'
import type { CompareAnswers } from './studies/compare.ts'
import type { CoverageAnswers } from './studies/coverage.ts'
import type { HonourAnswers } from './studies/honours.ts'
import type { KindAnswers } from './studies/kinds.ts'
import type { NoticeAnswers } from './studies/notices.ts'
import type { PlanAnswers } from './studies/plan.ts'
import type { RouteAnswers } from './studies/route.ts'
import type { TrendAnswers } from './studies/trends.ts'

export type StudyAnswers = TrendAnswers &
  CompareAnswers &
  PlanAnswers &
  CoverageAnswers &
  ClusterAnswers &
  ClosureAnswers &
  KindAnswers &
  NoticeAnswers &
  RouteAnswers &
  HonourAnswers

/** What is told of the package as it stands, and changes nothing. */
export type PackageQuestions = BoardAnswers &
  LedgerAnswers &
  CardAnswers &
  IssueAnswers &
  SearchAnswers &
  StudyAnswers

export interface Engine
  extends PackageAnswers,
    WorkspaceAnswers,
    ImportAnswers,
    EditAnswers,
    ExportAnswers,
    PackageQuestions {
  /**
   * Answers a question about that edition of the package (`Overview.edition`), never about another one: an answer that
   * would be of another is an OvertakenError.
   */
  ask<N extends QuestionName>(edition: number, ...question: Question<N>): ReturnType<Engine[N]>
}

/** What is asked of a package and changes nothing. */
export type QuestionName =
  | keyof PackageQuestions
  | Exclude<keyof WorkspaceAnswers, 'retry' | 'show' | 'undo' | 'clear' | 'renew'>
  | Exclude<keyof EditAnswers, 'edit' | 'keepBriefings'>

/** A question as a value: the name of the method and what it is called with. */
export type Question<N extends QuestionName = QuestionName> = N extends QuestionName
  ? readonly [name: N, ...args: Parameters<Engine[N]>]
  : never
