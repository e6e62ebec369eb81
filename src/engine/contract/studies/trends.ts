/** 走势: the score of a category on every day. */

export interface TrendAnswers {
  /** The score of one category on every day of the series, by area code; null when there is no such category. */
  categorySeries(id: string): Promise<Record<string, (number | null)[]> | null>
}
