import { Compartment, EditorState, type Extension } from '@codemirror/state';

const decoder = new TextDecoder('utf-8', { fatal: true });
const largest = 1024 * 1024;

/** What a file of the host is to the editor. */
export type FileText = { kind: 'text'; text: string } | { kind: 'binary'; size: number } | { kind: 'large'; size: number };

/** Text, or why it is none. */
export function readText(bytes: Uint8Array): FileText {
  if (bytes.length > largest) return { kind: 'large', size: bytes.length };
  if (bytes.includes(0)) return { kind: 'binary', size: bytes.length };
  try {
    return { kind: 'text', text: decoder.decode(bytes) };
  } catch {
    return { kind: 'binary', size: bytes.length };
  }
}

/** A file that is open in the editor: its text as edited, and as it was last seen on the host. */
export class OpenFile {
  readonly host: string;
  readonly path: string;
  readonly language = new Compartment();
  state: EditorState;
  /** The host's text; undefined when the host has no such file any more. */
  saved: string | undefined;
  /** Text on the host that differs from both: somebody else wrote it. */
  theirs: string | undefined;

  /** `text` is what is edited; it differs from `saved` where a draft was kept. */
  constructor(host: string, path: string, text: string, saved: string | undefined, extensions: Extension) {
    this.host = host;
    this.path = path;
    this.saved = saved;
    this.state = EditorState.create({ doc: text, extensions: [extensions, this.language.of([])] });
  }

  /** What tells open files apart. */
  get key(): string {
    return `${this.host}:${this.path}`;
  }

  get text(): string {
    return this.state.doc.toString();
  }

  get dirty(): boolean {
    return this.saved === undefined || this.text !== this.saved;
  }

  /** What the host's new text means: take it over when nothing was edited, else it is a conflict to be settled by the learner. */
  hostHas(text: string | undefined): 'same' | 'take' | 'conflict' | 'gone' {
    if (text === undefined) {
      this.saved = undefined;
      this.theirs = undefined;
      return 'gone';
    }
    const unedited = !this.dirty;
    if (text === this.saved) return 'same';
    this.saved = text;
    if (text === this.text) {
      this.theirs = undefined;
      return 'same';
    }
    if (unedited) return 'take';
    this.theirs = text;
    return 'conflict';
  }
}
