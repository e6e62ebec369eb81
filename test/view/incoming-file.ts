/** An incoming file as the engine might answer it, for tests of what the screen makes of it. */
import type { Incoming } from '../../src/engine/contract/data.ts'

export const incoming = (given: Partial<Incoming> = {}): Incoming => ({
  id: 1,
  name: '台账.csv',
  format: 'CSV',
  encoding: 'GB18030',
  table: 'issues.csv',
  candidates: [{ table: 'issues.csv', score: 0.9 }],
  headings: [
    { heading: '编号', sample: 'WT-1', field: 'id', remembered: false },
    { heading: '检查项目', sample: '垃圾', field: 'item', remembered: false },
    { heading: '发现日期', sample: '2019-05-20', field: 'foundOn', remembered: false },
    { heading: '备注', sample: '', field: '', remembered: false },
  ],
  fields: [
    { field: 'id', label: '编号', required: false },
    { field: 'item', label: '检查项', required: true },
    { field: 'foundOn', label: '发现日期', required: true },
  ],
  missing: [],
  datum: { proposed: 'GCJ-02', chosen: 'GCJ-02', evidence: [], sentence: '' },
  year: { asked: false, chosen: null },
  mode: 'update',
  first: [],
  counts: { rows: 5, accepted: 4, flagged: 1, rejected: 1, masked: 0 },
  rejected: [],
  flagged: [],
  passed: [],
  effect: { added: 2, updated: 1, unchanged: 1, removed: 0, skipped: 0 },
  skip: false,
  ...given,
})
