/** A part of a form as -F describes it. Files are read when it is sent. */
export interface MimePart {
  name: string | undefined;
  content: { kind: 'data'; bytes: Uint8Array } | { kind: 'file'; path: string } | { kind: 'parts'; parts: MimePart[] };
  filename: string | undefined;
  type: string | undefined;
  encoder: string | undefined;
  headers: readonly string[];
}
