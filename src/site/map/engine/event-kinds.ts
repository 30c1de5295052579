/** A group of the engine's answers that is read together. */
export type Kind = 'containers' | 'images' | 'networks' | 'volumes' | 'sizes';

/** All of them. */
export const allKinds: readonly Kind[] = ['containers', 'images', 'networks', 'volumes', 'sizes'];

/** Actions of containers after which a drawing is as it was: what runs beside them, what is read, what is only watched. */
const quiet = /^(exec_|top$|attach$|detach$|resize$|archive-path$|export$|copy$)/;

/** What must be read again after an event of `GET /events`. */
export function kindsOf(event: { Type?: string; Action?: string }): readonly Kind[] {
  const { Type: type, Action: action = '' } = event;
  switch (type) {
    case 'container':
      return quiet.test(action) ? [] : action === 'commit' ? ['containers', 'images'] : ['containers'];
    case 'image':
      // A container shows the name of its image, which a tag changes.
      return ['images', 'containers'];
    case 'network':
      return /^(connect|disconnect)$/.test(action) ? ['containers'] : ['networks', 'containers'];
    case 'volume':
      return /^(mount|unmount)$/.test(action) ? ['containers', 'sizes'] : ['volumes', 'sizes'];
    case 'builder':
      return ['images'];
    default:
      return [];
  }
}

/** Takes events out of a stream of text, which comes in pieces of any size: one JSON object a line. */
export class EventLines {
  #rest = '';

  /** Events that are whole with this piece. */
  take(piece: string): { Type?: string; Action?: string }[] {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as { Type?: string; Action?: string });
  }
}
