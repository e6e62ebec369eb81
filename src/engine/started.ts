/** The message of a worker that has started: an error before it means that it never will. */
export const STARTED = 'engine started'
