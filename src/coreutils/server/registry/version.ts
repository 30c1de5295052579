/** The version that the image registry:2 has. */
export const version = '2.8.3';

/** What it was built with. */
export const goVersion = 'go1.20.8';
