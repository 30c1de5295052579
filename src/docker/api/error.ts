/** The body of every answer that says no. */
export interface ErrorResponse {
  message: string;
}
