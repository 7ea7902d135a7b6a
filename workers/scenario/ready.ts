/** What a thread says once, when it has loaded and takes jobs. */
export const READY = 'ready';
