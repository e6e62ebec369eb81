/** 找得到: one search over all that has a name. */
import type { Ref } from './cards.ts'

export interface SearchHit {
  ref: Ref | { type: 'responsible' | 'kind'; id: string }
  title: string
  subtitle: string
  kind: string | null
}

export interface SearchAnswers {
  search(text: string, limit: number): Promise<SearchHit[]>
}
