/**
 * What the built site may do, as a host says it in the header `Content-Security-Policy`: everything comes from the site
 * itself. Code is never made from text, and no style stands in an element. `npm start` and the browser tests send it.
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  // Drawings of our own go through data: and blob: addresses; so do the photos of a package kept in the browser.
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
