/** 集聚: where problems gather, how each gathering is called, and what it is made of. */
import { inStandard } from '../../../model/by-id.ts'
import type { LonLat } from '../../../model/position.ts'
import type { Issue } from '../../../model/records.ts'
import { isInScope } from '../../../model/scope.ts'
import { ISSUE_STATES, issueStateAt } from '../../../model/state.ts'
import { THEMES, type Theme } from '../../../model/themes.ts'
import { clustersOf, outlineAround } from '../../../placing/clusters.ts'
import { aroundStreets } from '../../../placing/roads/streets.ts'
import { costAt, openAt } from '../../../scoring/rows/problem.ts'
import type { FromPackage } from '../../answering.ts'
import { placeOfIssue } from '../../answers/issues.ts'
import { streetsOf } from '../../answers/streets.ts'
import type { Cluster, ClusterAnswers, ClusterQuery, Clusters } from '../../contract/studies/clusters.ts'
import type { Opened } from '../../package/open.ts'
import { reboundsOf } from './rebounds.ts'

/** Metres about the outermost problems. */
const MARGIN = 45

const counted = <Key extends string>(keys: readonly Key[], found: readonly (Key | null)[]) =>
  Object.fromEntries(keys.map((key) => [key, found.filter((one) => one === key).length])) as Record<
    Key,
    number
  >

/** Values with how often they occur, the commonest first, equals as first met. */
const ranked = <V>(values: readonly V[]): [V, number][] => {
  const counts = new Map<V, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

export const clustersAt = (opened: Opened, { asOf, scope, of, metres, least }: ClusterQuery): Clusters => {
  const { model, standard, places, prepared } = opened
  const wanted = (issue: Issue, index: number): boolean => {
    if (!isInScope(scope, model.areas[places.issues[index]?.area ?? -1])) return false
    return of === 'open'
      ? openAt(issue, asOf)
      : issue.foundOn <= asOf && issue.foundOn > asOf - standard.window
  }
  const all = model.issues.flatMap((issue, index) => (wanted(issue, index) ? [index] : []))
  const placed = all.flatMap((index) => {
    const at = placeOfIssue(opened, index)
    return Number.isFinite(at[0]) ? [{ index, at }] : []
  })
  const weightOf = (index: number): number => {
    const issue = model.issues[index] as Issue
    if (of === 'open') return costAt(issue, standard, asOf)
    return standard.severity.levels[inStandard(standard).severities.get(issue.severity) ?? -1]?.points ?? 0
  }
  const members: (typeof placed)[] = []
  clustersOf(
    placed.map(({ at }) => at),
    metres,
    least,
  ).forEach((cluster, i) => {
    if (cluster < 0) return
    members[cluster] ??= []
    members[cluster].push(placed[i] as (typeof placed)[number])
  })
  const streets = streetsOf(opened)
  const clusters = members.map((own): Cluster => {
    const indices = own.map(({ index }) => index)
    const mean = (k: 0 | 1) => own.reduce((sum, { at }) => sum + at[k], 0) / own.length
    const at: LonLat = [mean(0), mean(1)]
    const outline = outlineAround(
      own.map((one) => one.at),
      MARGIN,
    )
    const [xs, ys] = ([0, 1] as const).map((k) => (outline.coordinates[0] ?? []).map((p) => p[k] as number))
    const area = model.areas[ranked(indices.map((i) => places.issues[i]?.area ?? -1))[0]?.[0] ?? -1]
    const theme = (index: number): Theme | null =>
      standard.categories[prepared.categoryOf[prepared.issueItem[index] as number] ?? -1]?.theme ?? null
    const kind = (index: number) =>
      standard.kinds[places.spots[prepared.issueSpot[index] as number]?.kind ?? -1]?.label ?? '其他'
    return {
      street: aroundStreets(streets, ...at),
      areaCode: area?.code ?? null,
      areaName: area?.name ?? null,
      issues: [...indices].sort((a, b) => weightOf(b) - weightOf(a) || a - b),
      weight: indices.reduce((sum, index) => sum + weightOf(index), 0),
      states: counted(
        ISSUE_STATES,
        indices.map((index) => issueStateAt(model.issues[index] as Issue, asOf)),
      ),
      themes: counted(THEMES, indices.map(theme)),
      kinds: ranked(indices.map(kind)),
      at,
      bounds: [
        Math.min(...(xs as number[])),
        Math.min(...(ys as number[])),
        Math.max(...(xs as number[])),
        Math.max(...(ys as number[])),
      ],
      outline,
    }
  })
  return {
    clusters: clusters.sort((a, b) => b.weight - a.weight),
    points: placed.map(({ index, at }) => ({
      at,
      state: issueStateAt(model.issues[index] as Issue, asOf),
      area: places.issues[index]?.area ?? -1,
    })),
    gathered: clusters.reduce((sum, { issues }) => sum + issues.length, 0),
    placeless: all.length - placed.length,
  }
}

export const clusterAnswers: FromPackage<ClusterAnswers> = { clusters: clustersAt, rebounds: reboundsOf }
