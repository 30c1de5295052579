import { noBytes, type RandomBytes } from '../../base/index.ts';
import { type OpenFlags, type Stat, SystemError } from '../uapi/index.ts';
import { type Location, OpenFile, statOf, type Waiter } from '../vfs/index.ts';

/** What a character device gives and takes; mem(4), random(4). */
export interface DeviceDriver {
  read(max: number): Uint8Array;
  write(bytes: Uint8Array): void;
}

/** The drivers without a terminal, by device number. */
export function memoryDrivers(random: RandomBytes): Map<number, DeviceDriver> {
  const ignore = (): void => undefined;
  const full = (): void => {
    throw new SystemError('ENOSPC');
  };
  const zeros = (max: number): Uint8Array => new Uint8Array(max);
  const drivers: [number, DeviceDriver][] = [
    [3, { read: () => noBytes, write: ignore }],
    [5, { read: zeros, write: ignore }],
    [7, { read: zeros, write: full }],
    [8, { read: random, write: ignore }],
    [9, { read: random, write: ignore }],
  ];
  return new Map(drivers.map(([minor, driver]) => [(1 << 8) | minor, driver]));
}

/** An open character device. */
export class DeviceFile extends OpenFile {
  readonly #driver: DeviceDriver;
  readonly #place: Location;

  constructor(driver: DeviceDriver, flags: OpenFlags, location: Location) {
    super(flags, location);
    this.#driver = driver;
    this.#place = location;
  }

  override stat(): Stat {
    return statOf(this.#place.dentry.inode, this.#place.mount.superBlock.dev);
  }

  override async read(_waiter: Waiter, max: number): Promise<Uint8Array> {
    return this.#driver.read(max);
  }

  override async write(_waiter: Waiter, bytes: Uint8Array): Promise<void> {
    this.#driver.write(bytes);
  }

  override seek(): number {
    return 0;
  }
}
