/** 整改登记: what was changed by hand, as a table of the package. */

/** Its path in the package. */
export const REGISTER_FILE = 'register.csv'
