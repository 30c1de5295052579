import { type Clock, type Disposable, DisposableStore } from '../../base/index.ts';
import type { PacketEvent, TlsEvent as KernelTlsEvent } from '../../kernel/index.ts';
import type { NetworkEvent, NetworkEvents, TlsEvent } from '../../protocol/index.ts';
import type { Host } from '../host.ts';
import type * as Descriptions from './describe-packet.ts';

/** How long packets are gathered before they are told, in milliseconds, and how many at most. */
const interval = 25;
const most = 2000;

/** Tells a page of the packets of hosts that it watches. What describes them is loaded when somebody does. */
export class NetworkReporter implements Disposable {
  readonly #clock: Clock;
  readonly #report: (events: NetworkEvents) => void;
  readonly #watched = new Map<Host, { watchers: number; opened: DisposableStore }>();

  constructor(clock: Clock, report: (events: NetworkEvents) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  /** One watcher of a host more or fewer. */
  async watch(host: Host, on: boolean): Promise<void> {
    const known = this.#watched.get(host);
    if (on) {
      if (known) known.watchers++;
      else await this.#begin(host);
    } else if (known && --known.watchers === 0) {
      known.opened.dispose();
      this.#watched.delete(host);
    }
  }

  async #begin(host: Host): Promise<void> {
    const opened = new DisposableStore();
    this.#watched.set(host, { watchers: 1, opened });
    const loaded: { describe?: typeof Descriptions } = {};
    /** What happens while the descriptions are loaded. */
    let early: ((describe: typeof Descriptions) => void)[] = [];
    let gathered: NetworkEvent[] = [];
    let tls: TlsEvent[] = [];
    let missed = 0;
    let timer: Disposable | undefined;
    const tell = (): void => {
      timer = undefined;
      this.#report({ host: host.hostname, events: gathered, tls, missed });
      gathered = [];
      tls = [];
      missed = 0;
    };
    const takePacket = (event: PacketEvent, { describePacket }: typeof Descriptions): void => {
      if (gathered.length < most) gathered.push(describePacket(event));
      else missed++;
      timer ??= this.#clock.setTimeout(tell, interval);
    };
    const takeTls = (event: KernelTlsEvent, { describeTlsEvent }: typeof Descriptions): void => {
      const described = tls.length < most ? describeTlsEvent(event) : undefined;
      if (described) tls.push(described);
      else missed++;
      timer ??= this.#clock.setTimeout(tell, interval);
    };
    const inTurn = (take: (describe: typeof Descriptions) => void): void => {
      if (loaded.describe) take(loaded.describe);
      else if (early.length < most) early.push(take);
      else missed++;
    };
    opened.add({ dispose: () => timer?.dispose() });
    opened.add(host.kernel.network.onPacket((event: PacketEvent) => inTurn((describe) => takePacket(event, describe))));
    opened.add(host.kernel.network.onTls((event: KernelTlsEvent) => inTurn((describe) => takeTls(event, describe))));
    loaded.describe = await import('./describe-packet.ts');
    if (this.#watched.get(host)?.opened === opened) for (const take of early) take(loaded.describe);
    early = [];
  }

  dispose(): void {
    for (const { opened } of this.#watched.values()) opened.dispose();
    this.#watched.clear();
  }
}
