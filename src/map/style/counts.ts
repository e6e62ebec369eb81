/** Places gathered into counts: a disc with a figure, hidden where it would cover names, scores or another count. */
import type { Palette } from '../palette.ts'
import { loose } from './near.ts'
import { BOLD, type Spec } from './spec.ts'

export const COUNT_SOURCES = {
  counts: loose(),
}

/** px of the disc's image, at which `icon-size` 1 draws it */
export const DISC = 32

export const countLayers = (palette: Palette, scale: number) =>
  ({
    count: {
      type: 'symbol',
      source: 'counts',
      layout: {
        'icon-image': 'disc',
        'icon-size': ['*', scale / DISC, ['get', 'size']],
        'icon-padding': 1,
        'text-field': ['to-string', ['get', 'count']],
        'text-font': BOLD,
        'text-size': 10.5 * scale,
        'text-padding': 0,
        // What is overdue comes first, then what stands for more.
        'symbol-sort-key': ['-', 0, ['+', ['*', 1e6, ['get', 'overdue']], ['get', 'count']]],
      },
      paint: {
        'icon-color': palette.disc,
        'icon-halo-color': ['case', ['>', ['get', 'overdue'], 0], palette.overdue, palette.discEdge],
        'icon-halo-width': ['*', scale, ['case', ['>', ['get', 'overdue'], 0], 2, 1]],
        'text-color': palette.discText,
      },
    },
  }) satisfies Record<string, Spec>
