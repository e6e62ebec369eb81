/** The parts of 数据. */

export const DATA_TABS = [
  ['import', '导入'],
  ['export', '导出'],
  ['kept', '本机数据'],
  ['report', '数据报告'],
] as const

export type DataTab = (typeof DATA_TABS)[number][0]
