/** Keys `x-…` with what stands there, as JSON values. */
export type Extensions = Readonly<Record<string, unknown>>;
