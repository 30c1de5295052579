/** The version that the course's image has. */
export const version = '1.27.0';
