/**
 * How much of a thing is read. Each limit is far above what a district has, and low enough that a clerk's PC (two cores, 4 GB)
 * reads or refuses what is at the limit within ten seconds and stays able to cancel. What is over one is told with both
 * numbers. Lengths of text are in UTF-16 units, sizes in bytes.
 */

const MB = 1024 ** 2

/** A limit or a size as it is told. */
export const megabytes = (bytes: number): string => `${Math.round(bytes / MB)} MB`

/** A dropped file, and all files of one drop together: their bytes are held while they lie in the tray. */
export const MOST_FILE_BYTES = 512 * MB
/** A workbook of the old form is read in one go. */
export const MOST_OLD_BYTES = 24 * MB
export const MOST_DROPPED_BYTES = 1024 * MB
/** Files of one drop, or of one archive: a package with a photo for each of 20,000 problems. */
export const MOST_FILES = 20_000
/** What an archive may hold once unpacked. */
export const MOST_UNPACKED_BYTES = 1024 * MB

/** A text file: a table of a million problems has 200 MB. As a string it takes twice its bytes. */
export const MOST_TEXT_BYTES = 300 * MB
/** Columns of a table: each is shown with the field it is taken for. */
export const MOST_COLUMNS = 1024
/** Rows of one table that are read: what the 台账 scrolls through without delay. */
export const MOST_ROWS_READ = 1_000_000
/** Rows of a worksheet, by the format. */
export const MOST_ROWS = 1_048_576
/** A line of a text table, or a cell in quotes: longer ones have lost their line ends or their closing quote. */
export const LONGEST_LINE = 1_048_576
/** The text of a cell: what a spreadsheet holds. */
export const LONGEST_CELL = 32_767
/** The name of a column or a property: all of them are compared with the names of all fields. */
export const LONGEST_HEADING = 255
/** Texts that stand in many cells of a workbook though it holds them once: from this length on, and all of them together. */
export const LONG_REPEATED = 1000
export const MOST_REPEATED = 16_000_000
/** Columns of a row in which merged cells reach down from above: each row goes through all of them. */
export const MOST_MERGES_OPEN = 200
/** Worksheets of a workbook: each is shown as a file. */
export const MOST_SHEETS = 200
/** A worksheet once unpacked: a million rows of eight columns. More is whole columns with a format. */
export const MOST_SHEET_BYTES = 256 * MB
/** XML of a workbook that is read in one go: its list of worksheets, its styles. */
export const MOST_PART_BYTES = 32 * MB
/** Texts that the cells of a workbook share. */
export const MOST_SHARED_TEXTS = 2_000_000
/** A tag or text of XML, from one mark to the next. */
export const LONGEST_TOKEN = 1_048_576

/** JSON with features, read a few at a time; the objects take up to six times the text. */
export const MOST_LAYER_BYTES = 160 * MB
/** JSON that is read in one go: settings, the rubric, the basemap. */
export const MOST_WHOLE_BYTES = 64 * MB
/** Brackets within brackets: a GeoJSON geometry needs seven. What walks values calls itself once a level. */
export const DEEPEST_JSON = 200
/** The text of one feature: a polygon of `MOST_VERTICES` with 17 digits has 4 MB. Parsed in one go. */
export const LONGEST_FEATURE = 16 * MB
/** Features of a layer. */
export const MOST_FEATURES = 500_000

/** Cells of an attribute table: each becomes a property of an object. */
export const MOST_DBF_CELLS = 20_000_000

/** Points of one shape: its edges are held against each other in one go. A province's border has 20,000. */
export const MOST_VERTICES = 100_000
/** Points of all shapes of one file together. */
export const MOST_VERTICES_OF_FILE = 500_000
/** Rings of one shape: each hole is looked for in its shell. */
export const MOST_RINGS = 20_000
/** Shapes of areas, waters or sites in one file: all of them are compared, drawn and held in memory. */
export const MOST_SHAPES = 20_000
/** Points, and crossings, of a shape that crosses itself which can be put in order: half a second in one go. */
export const MOST_VERTICES_MENDED = 20_000
export const MOST_CROSSINGS = 1000
/** Pairs of edges whose boxes meet that are looked into, of one shape in one go, and between neighbours at a pace. */
export const MOST_EDGE_PAIRS = 5_000_000
export const MOST_EDGE_PAIRS_BETWEEN = 20_000_000
/** Areas whose borders are held against each other, and the pairs of them that lie on each other. */
export const MOST_AREAS_COMPARED = 400
export const MOST_PAIRS_COMPARED = 2000
/** Points of two neighbours, and of all areas, whose common or whole land is worked out in one go. */
export const MOST_VERTICES_OF_PAIR = 20_000
export const MOST_VERTICES_JOINED = 40_000

/** Elements of a KML, and its text: its library takes 20 μs an element. */
export const MOST_KML_ELEMENTS = 200_000
export const MOST_KML_LENGTH = 32 * MB
/** Elements of one placemark, its text, and elements about placemarks (folders): parsed in one go. */
export const MOST_PLACEMARK_ELEMENTS = 20_000
export const LONGEST_PLACEMARK = 4 * MB
export const MOST_FOLDER_ELEMENTS = 20_000
/** Elements within elements: what walks them calls itself once a level. */
export const DEEPEST_MARKUP = 100
/** A web page or XML that is called .xls, and the cells its cells are stretched over. */
export const MOST_MARKUP_LENGTH = 32 * MB
export const MOST_MARKUP_CELLS = 10_000_000
