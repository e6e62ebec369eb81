/** The intake report: nothing is ever silently dropped. */

/** One row (or feature, or cell) that somebody has to look at. */
export interface Notice {
  file: string
  /** Line in the file where the row begins (header = 1); the feature's ordinal in GeoJSON; 0 = the file as a whole. */
  line: number
  /** Header of the column as the file has it, or the field's code name; '' = the row as a whole. */
  field: string
  /** The offending value as it stands in the file. */
  value: string
  /** A plain Chinese sentence. */
  reason: string
}

/** A file that is there, or may be there, and of which nothing could be read: its records are in no figure. */
export interface UnreadFile {
  /** path inside the package */
  file: string
  /** a plain Chinese clause without a full stop: 「服务器回答 500」 */
  reason: string
  /** whether scores are made from it: they are not complete without it */
  scored: boolean
}

export interface Report {
  /** Data rows read from each file that is there. */
  rows: Record<string, number>
  /** Files of the contract that are not there: no such records. */
  absent: string[]
  /** Files that could not be read at all; each stands among `rejected` as well. */
  unread: UnreadFile[]
  /** Rows that are not used. */
  rejected: Notice[]
  /** Rows that are used with a doubt. */
  flagged: Notice[]
}

/** 「缺 issues.csv，得分不完整」; '' where every file that scores are made from was read. */
export const incompleteText = ({ unread }: Pick<Report, 'unread'>): string => {
  const files = unread.filter(({ scored }) => scored).map(({ file }) => file)
  return files.length === 0 ? '' : `缺 ${files.join('、')}，得分不完整`
}

/** Whether one of the files is not there: a figure made from it is not 0 but unknown. */
export const lacks = ({ absent }: Pick<Report, 'absent'>, ...files: string[]): boolean =>
  files.some((file) => absent.includes(file))
