/** The intake report: nothing is ever silently dropped. */

/** One row (or feature, or cell) that needs a human eye. */
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

export interface Report {
  /** Data rows read from each file that is there. */
  rows: Record<string, number>
  /** Files of the contract that are not there: no such records. */
  absent: string[]
  /** Rows that are not used. */
  rejected: Notice[]
  /** Rows that are used, but look here. */
  flagged: Notice[]
}
