/** What the worker says once it can be asked: until then an error means that it will never be. */
export const STARTED = 'engine started'
